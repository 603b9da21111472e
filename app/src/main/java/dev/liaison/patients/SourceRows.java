package dev.liaison.patients;

import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patients by the names that other systems have for them. */
@Repository
class SourceRows {
  // Locked, so that of two imports at once the second sees what the first wrote.
  private static final String KNOWN =
      """
      select id, source, source_id, source_digest, source_updated_at
      from patient
      where organization_id = :organization
          and source = any(cast(:sources as text[]))
          and source_id = any(cast(:ids as text[]))
      order by id
      for update
      """;

  private static final String BY_SOURCE =
      """
      select id, source, source_id, source_digest, source_updated_at
      from patient
      where organization_id = :organization
          and source = :source
          and source_id = any(cast(:ids as text[]))
      """;

  private static final String SEEN =
      """
      update patient
      set source_updated_at = told.at
      from unnest(cast(:ids as uuid[]), cast(:times as timestamptz[])) as told (id, at)
      where patient.organization_id = :organization
          and patient.id = told.id
          and (patient.source_updated_at is null or patient.source_updated_at < told.at)
      """;

  private final JdbcClient jdbc;

  SourceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Known> lock(
      OrganizationId organization, Collection<String> sources, Collection<String> ids) {
    return Rows.of(
        jdbc.sql(KNOWN)
            .param("organization", organization.value())
            .param("sources", sources.toArray(String[]::new))
            .param("ids", ids.toArray(String[]::new))
            .query(Known.class));
  }

  List<Known> find(OrganizationId organization, String source, Collection<String> ids) {
    return Rows.of(
        jdbc.sql(BY_SOURCE)
            .param("organization", organization.value())
            .param("source", source)
            .param("ids", ids.toArray(String[]::new))
            .query(Known.class));
  }

  /** Their sources wrote them anew without another word in them: these are the times to beat. */
  void seen(OrganizationId organization, Map<UUID, Instant> times) {
    if (times.isEmpty()) {
      return;
    }
    var told = List.copyOf(times.entrySet());
    jdbc.sql(SEEN)
        .param("organization", organization.value())
        .param("ids", told.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .param("times", told.stream().map(e -> e.getValue().toString()).toArray(String[]::new))
        .update();
  }

  /** A patient that a source has told before. */
  record Known(
      UUID id,
      String source,
      String sourceId,
      byte @Nullable [] sourceDigest,
      @Nullable Instant sourceUpdatedAt) {
    /** Whether what the source tells now is older than what it told before. */
    boolean isNewerThan(SourcePatient told) {
      return sourceUpdatedAt != null
          && told.lastUpdated() != null
          && told.lastUpdated().isBefore(sourceUpdatedAt);
    }
  }
}
