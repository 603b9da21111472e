package dev.liaison.arrivals;

import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code visit} and {@code visit_stage} written many at a time. */
@Repository
class PastVisits {
  private static final String DIGESTS =
      """
      select source_id, source_digest
      from visit
      where organization_id = :organization
          and source = :source
          and source_id = any(:sourceIds)
      """;

  private static final String PUT =
      """
      insert into visit (organization_id, id, number, patient_id, location_id, practitioner_id, stage,
          stage_since, class, type, arrived_at, finished_at, source, source_id, source_digest)
      select :organization, p.id, :before + p.n, p.patient, p.location, p.practitioner, 'finished',
          p.ended, p.class, p.type, p.began, p.ended, :source, p.source_id, decode(p.digest, 'hex')
      from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:locations as uuid[]),
              cast(:practitioners as uuid[]), cast(:classes as text[]), cast(:types as text[]),
              cast(:starts as timestamptz[]), cast(:ends as timestamptz[]),
              cast(:sourceIds as text[]), cast(:digests as text[]))
          with ordinality
          as p (id, patient, location, practitioner, class, type, began, ended, source_id, digest, n)
      on conflict on constraint visit_source_once do update
      set patient_id = excluded.patient_id,
          location_id = excluded.location_id,
          practitioner_id = excluded.practitioner_id,
          stage_since = excluded.stage_since,
          class = excluded.class,
          type = excluded.type,
          arrived_at = excluded.arrived_at,
          finished_at = excluded.finished_at,
          source_digest = excluded.source_digest,
          version = visit.version + 1
      """;

  private static final String REPLAY =
      """
      insert into visit (organization_id, id, number, appointment_id, patient_id, location_id,
          practitioner_id, stage, stage_since, room_id, type, arrived_at, finished_at, identified_at,
          follow_up, version)
      select :organization, r.id, :before + r.n, a.id, a.patient_id, a.location_id, a.practitioner_id,
          r.stage, r.since, r.room, t.name, r.arrived, r.finished, r.identified, r.follow_up, r.version
      from unnest(cast(:ids as uuid[]), cast(:appointments as uuid[]), cast(:stages as text[]),
              cast(:since as timestamptz[]), cast(:rooms as uuid[]), cast(:arrived as timestamptz[]),
              cast(:finished as timestamptz[]), cast(:identified as timestamptz[]),
              cast(:followUps as text[]), cast(:versions as int[]))
          with ordinality
          as r (id, appointment, stage, since, room, arrived, finished, identified, follow_up, version, n)
      join appointment a on a.organization_id = :organization and a.id = r.appointment
      join appointment_type t on t.organization_id = a.organization_id and t.id = a.appointment_type_id
      on conflict on constraint visit_of_an_appointment_once do nothing
      returning id
      """;

  private static final String REPLAY_STAGES =
      """
      insert into visit_stage (organization_id, visit_id, number, stage, at, login_id)
      select :organization, s.visit, s.number, s.stage, s.at, s.login
      from unnest(cast(:visits as uuid[]), cast(:numbers as int[]), cast(:stages as text[]),
              cast(:at as timestamptz[]), cast(:logins as uuid[]))
          as s (visit, number, stage, at, login)
      on conflict on constraint visit_stage_pk do nothing
      """;

  private final JdbcClient jdbc;

  PastVisits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Known(String sourceId, byte[] sourceDigest) {}

  private record Begun(UUID id, ReplayedVisit visit) {}

  private record StageRow(UUID visit, int number, ReplayedVisit.Reached reached) {}

  /** What stands here of these visits, by their identity at the source. */
  Map<String, byte[]> digests(
      OrganizationId organization, String source, Collection<PastVisit> batch) {
    var known = new HashMap<String, byte[]>();
    jdbc.sql(DIGESTS)
        .param("organization", organization.value())
        .param("source", source)
        .param("sourceIds", texts(batch, PastVisit::sourceId))
        .query(Known.class)
        .list()
        .forEach(row -> known.put(row.sourceId(), row.sourceDigest()));
    return known;
  }

  void put(OrganizationId organization, String source, List<PastVisit> news, long before) {
    jdbc.sql(PUT)
        .param("organization", organization.value())
        .param("source", source)
        .param("before", before)
        .param("ids", ids(news, v -> Ids.next()))
        .param("patients", ids(news, v -> v.patient().value()))
        .param("locations", ids(news, v -> v.location() == null ? null : v.location().value()))
        .param(
            "practitioners",
            ids(news, v -> v.practitioner() == null ? null : v.practitioner().value()))
        .param("classes", texts(news, PastVisit::encounterClass))
        .param("types", texts(news, PastVisit::type))
        .param("starts", times(news, PastVisit::start))
        .param("ends", times(news, PastVisit::end))
        .param("sourceIds", texts(news, PastVisit::sourceId))
        .param("digests", texts(news, v -> HexFormat.of().formatHex(v.digest())))
        .update();
  }

  /** The visits that were begun; those of appointments that had one already are not among them. */
  List<UUID> replay(OrganizationId organization, List<ReplayedVisit> batch, long before) {
    var rows = batch.stream().map(visit -> new Begun(Ids.next(), visit)).toList();
    List<UUID> begun =
        List.copyOf(
            jdbc.sql(REPLAY)
                .param("organization", organization.value())
                .param("before", before)
                .param("ids", ids(rows, Begun::id))
                .param("appointments", ids(rows, r -> r.visit().appointment().value()))
                .param("stages", texts(rows, r -> r.visit().now().stage().code()))
                .param("since", times(rows, r -> r.visit().now().at()))
                .param(
                    "rooms",
                    ids(rows, r -> r.visit().room() == null ? null : r.visit().room().value()))
                .param("arrived", times(rows, r -> r.visit().stages().getFirst().at()))
                .param("finished", times(rows, r -> finishedAt(r.visit())))
                .param("identified", times(rows, r -> r.visit().identifiedAt()))
                .param("followUps", texts(rows, r -> r.visit().followUp()))
                .param("versions", numbers(rows, r -> r.visit().stages().size()))
                .query(UUID.class)
                .list());
    addStages(organization, rows.stream().filter(row -> begun.contains(row.id())).toList());
    return begun;
  }

  private void addStages(OrganizationId organization, List<Begun> begun) {
    var rows =
        begun.stream()
            .<StageRow>mapMulti((visit, sink) -> {
              var number = 0;
              for (var reached : visit.visit().stages()) {
                sink.accept(new StageRow(visit.id(), ++number, reached));
              }
            })
            .toList();
    jdbc.sql(REPLAY_STAGES)
        .param("organization", organization.value())
        .param("visits", ids(rows, StageRow::visit))
        .param("numbers", numbers(rows, StageRow::number))
        .param("stages", texts(rows, r -> r.reached().stage().code()))
        .param("at", times(rows, r -> r.reached().at()))
        .param("logins", ids(rows, r -> r.reached().by().value()))
        .update();
  }

  private static @Nullable Instant finishedAt(ReplayedVisit visit) {
    return visit.now().stage().isOver() ? visit.now().at() : null;
  }

  private static <T> @Nullable UUID[] ids(Collection<T> rows, Function<T, @Nullable UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> @Nullable String[] times(
      Collection<T> rows, Function<T, @Nullable Instant> column) {
    return rows.stream()
        .map(row -> column.apply(row))
        .map(at -> at == null ? null : at.toString())
        .toArray(String[]::new);
  }

  private static <T> Integer[] numbers(Collection<T> rows, Function<T, Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }
}
