package dev.liaison.interop;

import dev.liaison.platform.Ids;
import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code import_parked}. */
@Repository
class ParkedRows {
  private static final String PARK =
      """
      insert into import_parked (organization_id, id, run_id, file, entry, resource_type, resource_id,
          source, reason, message, content, parked_at)
      values (:organization, :id, :run, :file, :entry, :type, :resource, :source, :reason, :message,
          :content, :now)
      on conflict on constraint import_parked_place_once do update
      set run_id = excluded.run_id,
          resource_type = excluded.resource_type,
          resource_id = excluded.resource_id,
          source = excluded.source,
          reason = excluded.reason,
          message = excluded.message,
          content = excluded.content,
          parked_at = excluded.parked_at
      """;

  // What an earlier import parked of a file that this one has read to its end.
  private static final String FORGET =
      """
      delete from import_parked
      where organization_id = :organization
          and file = :file
          and run_id <> :run
      """;

  private static final String WAITING =
      """
      select id, run_id, source, content
      from (
          select id, run_id, source, content, sum(octet_length(content)) over (order by id) as bytes
          from (
              select id, run_id, source, content
              from import_parked
              where organization_id = :organization
                  and reason = 'patient-missing'
                  and content is not null
                  and id > :after
              order by id
              limit :limit
          ) as next
      ) as measured
      where bytes - octet_length(content) < :bytes
      order by id
      """;

  // It waited for its patient, who has come, and still it cannot be written.
  private static final String BLAME =
      """
      update import_parked
      set reason = :reason,
          message = :message
      where organization_id = :organization
          and id = :id
      """;

  private static final String REMOVE =
      """
      delete from import_parked
      where organization_id = :organization
          and id = any(cast(:ids as uuid[]))
      """;

  private static final String LIST =
      """
      select file, entry, resource_type, resource_id, message, parked_at
      from import_parked
      where organization_id = :organization
      order by parked_at desc, file, length(entry), entry
      limit :limit
      """;

  private static final String OF_RUN =
      """
      select file, entry, resource_type, resource_id, message, parked_at
      from import_parked
      where organization_id = :organization
          and run_id = :run
      order by file, length(entry), entry
      limit :limit
      """;

  private static final String COUNT =
      """
      select count(*)
      from import_parked
      where organization_id = :organization
      """;

  private final JdbcClient jdbc;

  ParkedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One to park. */
  record Park(
      String file,
      String entry,
      @Nullable String type,
      @Nullable String resource,
      String source,
      ParkReason reason,
      String message,
      @Nullable String content) {}

  /** An encounter that waits for its patient. */
  record Waiting(UUID id, UUID runId, String source, String content) {}

  void park(OrganizationId organization, UUID run, Instant now, Park park) {
    jdbc.sql(PARK)
        .param("organization", organization.value())
        .param("id", Ids.next())
        .param("run", run)
        .param("file", park.file())
        .param("entry", park.entry())
        .param("type", park.type())
        .param("resource", park.resource())
        .param("source", park.source())
        .param("reason", park.reason().code())
        .param("message", park.message())
        .param("content", park.content())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(OrganizationId organization, UUID run, String file) {
    jdbc.sql(FORGET)
        .param("organization", organization.value())
        .param("run", run)
        .param("file", file)
        .update();
  }

  /** The next that wait: so many at most, and no more once they have that many bytes. */
  List<Waiting> waiting(OrganizationId organization, UUID after, int limit, long bytes) {
    return Rows.of(
        jdbc.sql(WAITING)
            .param("organization", organization.value())
            .param("after", after)
            .param("limit", limit)
            .param("bytes", bytes)
            .query(Waiting.class));
  }

  void blame(OrganizationId organization, UUID id, Unreadable e) {
    jdbc.sql(BLAME)
        .param("organization", organization.value())
        .param("id", id)
        .param("reason", e.reason().code())
        .param("message", e.message())
        .update();
  }

  void remove(OrganizationId organization, Collection<UUID> ids) {
    jdbc.sql(REMOVE)
        .param("organization", organization.value())
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  List<Parked> list(OrganizationId organization, int limit) {
    return Rows.of(
        jdbc.sql(LIST)
            .param("organization", organization.value())
            .param("limit", limit)
            .query(Parked.class));
  }

  List<Parked> ofRun(OrganizationId organization, UUID run, int limit) {
    return Rows.of(
        jdbc.sql(OF_RUN)
            .param("organization", organization.value())
            .param("run", run)
            .param("limit", limit)
            .query(Parked.class));
  }

  long count(OrganizationId organization) {
    return jdbc.sql(COUNT).param("organization", organization.value()).query(Long.class).single();
  }
}
