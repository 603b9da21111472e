package dev.liaison.arrivals;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.Location;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PersonName;
import dev.liaison.patients.Sex;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is expected, here, in a room or gone at a place, as one statement tells it. */
@Service
public class Board {
  private static final String ROWS =
      """
      select a.id as appointment, a.location_id, a.version as appointment_version, a.status, a.starts_at,
          a.confirmed_at is not null as confirmed, a.practitioner_id, a.patient_id, p.family, p.given,
          p.suffix, p.preferred_name, p.native_name, p.birth_date, p.sex, p.language, t.id as type_id,
          t.name as type, t.code, t.minutes, d.family as practitioner, v.id as visit, v.version, v.stage, v.stage_since,
          v.identified_at, v.follow_up, r.name as room, a.reason, a.note
      from appointment a
      join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
      join appointment_type t on t.organization_id = a.organization_id and t.id = a.appointment_type_id
      left join practitioner d on d.organization_id = a.organization_id and d.id = a.practitioner_id
      left join visit v on v.organization_id = a.organization_id and v.appointment_id = a.id
      left join resource r on r.organization_id = v.organization_id and r.id = v.room_id
      where a.organization_id = :organization
          and a.location_id = :location
          and a.starts_at >= :from
          and a.starts_at < :until
          and a.status in ('booked', 'fulfilled', 'noshow')
      order by a.starts_at, p.family, p.given, a.id
      """;

  // Of whatever status: who asks for one appointment is told that it was cancelled.
  private static final String ROW =
      """
      select a.id as appointment, a.location_id, a.version as appointment_version, a.status, a.starts_at,
          a.confirmed_at is not null as confirmed, a.practitioner_id, a.patient_id, p.family, p.given,
          p.suffix, p.preferred_name, p.native_name, p.birth_date, p.sex, p.language, t.id as type_id,
          t.name as type, t.code, t.minutes, d.family as practitioner, v.id as visit, v.version, v.stage, v.stage_since,
          v.identified_at, v.follow_up, r.name as room, a.reason, a.note
      from appointment a
      join patient p on p.organization_id = a.organization_id and p.id = a.patient_id
      join appointment_type t on t.organization_id = a.organization_id and t.id = a.appointment_type_id
      left join practitioner d on d.organization_id = a.organization_id and d.id = a.practitioner_id
      left join visit v on v.organization_id = a.organization_id and v.appointment_id = a.id
      left join resource r on r.organization_id = v.organization_id and r.id = v.room_id
      where a.organization_id = :organization
          and a.id = :appointment
      """;

  private static final String ROOMS_IN_USE =
      """
      select r.id
      from resource r
      join visit v on v.organization_id = r.organization_id and v.room_id = r.id
      where r.organization_id = :organization
          and r.location_id = :location
          and v.stage in ('roomed', 'with-clinician')
          and v.stage_since > :since
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;

  Board(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Everybody of the place's own today, in the order of the times told. Callers audit. */
  public List<BoardRow> today(Actor actor, Location location) {
    var zone = location.zone();
    var today = clock.instant().atZone(zone).toLocalDate();
    return rows(
        actor,
        location.id(),
        today.atStartOfDay(zone).toInstant(),
        today.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Those of today who are among these patients. Callers audit. */
  public List<BoardRow> todayOf(Actor actor, Location location, Collection<PatientId> patients) {
    var wanted = Set.copyOf(patients);
    return today(actor, location).stream().filter(row -> wanted.contains(row.patient())).toList();
  }

  /** An appointment of whatever day and status, as a row of the board. Callers audit. */
  public Optional<BoardRow> row(Actor actor, AppointmentId appointment) {
    return transactions.reading(
        actor,
        () ->
            jdbc.sql(ROW)
                .param("organization", actor.organization().value())
                .param("appointment", appointment.value())
                .query((row, number) -> row(row))
                .optional());
  }

  /** Rooms of the place that a patient is in. */
  public Set<ResourceId> roomsInUse(Actor actor, Location location) {
    return transactions.reading(
        actor,
        () ->
            jdbc
                .sql(ROOMS_IN_USE)
                .param("organization", actor.organization().value())
                .param("location", location.id().value())
                .param("since", clock.instant().minus(VisitChanges.LONGEST).atOffset(UTC))
                .query((row, number) -> new ResourceId(row.getObject("id", UUID.class)))
                .stream()
                .collect(Collectors.toUnmodifiableSet()));
  }

  private List<BoardRow> rows(Actor actor, LocationId location, Instant from, Instant until) {
    return transactions.reading(
        actor,
        () ->
            List.copyOf(
                jdbc.sql(ROWS)
                    .param("organization", actor.organization().value())
                    .param("location", location.value())
                    .param("from", from.atOffset(UTC))
                    .param("until", until.atOffset(UTC))
                    .query((row, number) -> row(row))
                    .list()));
  }

  private static BoardRow row(ResultSet row) throws SQLException {
    var practitioner = row.getObject("practitioner_id", UUID.class);
    var visit = row.getObject("visit", UUID.class);
    var stage = row.getString("stage");
    return new BoardRow(
        new AppointmentId(row.getObject("appointment", UUID.class)),
        new LocationId(row.getObject("location_id", UUID.class)),
        row.getInt("appointment_version"),
        AppointmentStatus.of(row.getString("status")),
        row.getBoolean("confirmed"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new PersonName(
            row.getString("family"),
            row.getString("given"),
            row.getString("suffix"),
            row.getString("preferred_name"),
            row.getString("native_name")),
        row.getObject("birth_date", LocalDate.class),
        Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
        row.getString("language"),
        new AppointmentTypeId(row.getObject("type_id", UUID.class)),
        row.getString("type"),
        row.getString("code"),
        row.getInt("minutes"),
        practitioner == null ? null : new ResourceId(practitioner),
        row.getString("practitioner"),
        visit == null ? null : new VisitId(visit),
        row.getInt("version"),
        stage == null ? Stage.ENTERED_IN_ERROR : Stage.of(stage),
        instant(row, "stage_since"),
        instant(row, "identified_at"),
        row.getString("follow_up"),
        row.getString("room"),
        row.getString("reason"),
        row.getString("note"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
