package dev.liaison.scheduling;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.BookingOutcome.Taker;
import dev.liaison.scheduling.Opening.Claim;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Rows of {@code booking} and {@code patient_time}: where two desks meet. They are asked for, never
 * collided with, resources in order and the patient last, so that who waits for another is never
 * waited for by him.
 */
@Repository
class Claims {
  // A template change takes these rows for update: it sees this booking, or this sees the change.
  private static final String HOLD_STILL =
      """
      select id
      from resource
      where organization_id = :organization
          and id = any(cast(:resources as uuid[]))
      order by id
      for key share
      """;

  // Moves that share a resource go one after the other: two that swap their times would each wait
  // for what the other gives back. Bookings are not held up by it.
  private static final String HOLD_OTHER_MOVES =
      """
      select id
      from resource
      where organization_id = :organization
          and id = any(cast(:resources as uuid[]))
      order by id
      for no key update
      """;

  private static final String HOLD_OTHER_MOVES_OF_PATIENT =
      """
      select id
      from patient
      where organization_id = :organization
          and id = :patient
      for no key update
      """;

  // The sessions that were leaned on must still be there now that their resources are held still.
  private static final String CLAIM =
      """
      insert into booking (organization_id, resource_id, during, appointment_id)
      select :organization, resource_id, tstzrange(starts_at, ends_at), :appointment
      from unnest(cast(:resources as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
          as claim (resource_id, starts_at, ends_at)
      where cardinality(cast(:sessions as uuid[])) = (
              select count(*)
              from weekly_session
              where organization_id = :organization
                  and id = any(cast(:sessions as uuid[])))
      order by resource_id
      on conflict on constraint booking_resource_free do nothing
      """;

  private static final String CLAIM_PATIENT =
      """
      insert into patient_time (organization_id, patient_id, during, appointment_id)
      values (:organization, :patient, tstzrange(:start, :end), :appointment)
      on conflict on constraint patient_time_free do nothing
      """;

  private static final String OWN =
      """
      select resource_id
      from booking
      where organization_id = :organization
          and appointment_id = :appointment
      """;

  private static final String GIVE_BACK_ONE =
      """
      delete from booking
      where organization_id = :organization
          and appointment_id = :appointment
          and resource_id = :resource
      """;

  private static final String GIVE_BACK =
      """
      delete from booking
      where organization_id = :organization
          and appointment_id = :appointment
      """;

  private static final String GIVE_BACK_PATIENT =
      """
      delete from patient_time
      where organization_id = :organization
          and appointment_id = :appointment
      """;

  private static final String TAKER =
      """
      select b.resource_id, m.display_name as name, a.updated_at as at
      from booking b
      join unnest(cast(:resources as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
          with ordinality as claim (resource_id, starts_at, ends_at, number)
          on claim.resource_id = b.resource_id
          and claim.starts_at < b.ends_at
          and claim.ends_at > b.starts_at
      join appointment a
          on a.organization_id = :organization
          and a.id = b.appointment_id
      left join membership m
          on m.organization_id = :organization
          and m.login_id = coalesce(a.updated_by, a.created_by)
      where b.organization_id = :organization
          and b.resource_id = any(cast(:resources as uuid[]))
          and b.starts_at >= :earliest
          and b.starts_at < :latest
          and (cast(:except as uuid) is null or b.appointment_id <> :except)
      order by claim.number, b.starts_at
      limit 1
      """;

  private static final String ELSEWHERE =
      """
      select appointment_id, starts_at, ends_at
      from patient_time
      where organization_id = :organization
          and patient_id = :patient
          and starts_at < :end
          and starts_at >= :earliest
          and ends_at > :start
          and (cast(:except as uuid) is null or appointment_id <> :except)
      order by starts_at
      limit 1
      """;

  private final JdbcClient jdbc;

  Claims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a patient is expected at a time. */
  record Elsewhere(UUID appointmentId, Instant startsAt, Instant endsAt) {}

  /** False when one is taken, or when the sessions leaned on are no longer there. */
  boolean claim(
      OrganizationId organization,
      AppointmentId appointment,
      List<Claim> claims,
      List<UUID> sessions) {
    held(HOLD_STILL, organization, claims.stream().map(Claim::resource).toList());
    return ask(organization, appointment, claims, sessions) == claims.size();
  }

  /**
   * Gives the appointment's own claims back and asks for the new ones, resource by resource in the
   * order in which bookings ask, so that neither waits for the other in a circle.
   */
  boolean exchange(
      OrganizationId organization,
      AppointmentId appointment,
      List<Claim> claims,
      List<UUID> sessions) {
    var resources = new LinkedHashSet<>(own(organization, appointment));
    claims.forEach(claim -> resources.add(claim.resource()));
    for (var resource : held(HOLD_OTHER_MOVES, organization, resources)) {
      jdbc.sql(GIVE_BACK_ONE)
          .param("organization", organization.value())
          .param("appointment", appointment.value())
          .param("resource", resource.value())
          .update();
      var wanted = claims.stream().filter(claim -> claim.resource().equals(resource)).toList();
      if (ask(organization, appointment, wanted, sessions) < wanted.size()) {
        return false;
      }
    }
    return true;
  }

  boolean claimPatient(
      OrganizationId organization, AppointmentId appointment, PatientId patient, Interval during) {
    return jdbc.sql(CLAIM_PATIENT)
            .param("organization", organization.value())
            .param("patient", patient.value())
            .param("appointment", appointment.value())
            .param("start", during.start().atOffset(UTC))
            .param("end", during.end().atOffset(UTC))
            .update()
        == 1;
  }

  boolean exchangePatient(
      OrganizationId organization, AppointmentId appointment, PatientId patient, Interval during) {
    jdbc.sql(HOLD_OTHER_MOVES_OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .query(UUID.class)
        .list();
    giveBack(GIVE_BACK_PATIENT, organization, appointment);
    return claimPatient(organization, appointment, patient, during);
  }

  void giveBack(OrganizationId organization, AppointmentId appointment) {
    giveBack(GIVE_BACK, organization, appointment);
    giveBack(GIVE_BACK_PATIENT, organization, appointment);
  }

  /** Who has one of these times now; of the first claim before that of the others. */
  Optional<Taker> taker(
      OrganizationId organization, List<Claim> claims, @Nullable AppointmentId except) {
    var start = claims.stream().map(c -> c.during().start()).min(Instant::compareTo).orElseThrow();
    var end = claims.stream().map(c -> c.during().end()).max(Instant::compareTo).orElseThrow();
    return claimed(jdbc.sql(TAKER), organization, claims)
        .param("earliest", start.minus(Grounds.LONGEST_CLAIM).atOffset(UTC))
        .param("latest", end.atOffset(UTC))
        .param("except", except == null ? null : except.value())
        .query((row, n) ->
            new Taker(
                new ResourceId(row.getObject("resource_id", UUID.class)),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  Optional<Elsewhere> elsewhere(
      OrganizationId organization,
      PatientId patient,
      Interval during,
      @Nullable AppointmentId except) {
    return jdbc.sql(ELSEWHERE)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("start", during.start().atOffset(UTC))
        .param("end", during.end().atOffset(UTC))
        .param("earliest", during.start().minus(Grounds.LONGEST_CLAIM).atOffset(UTC))
        .param("except", except == null ? null : except.value())
        .query(Elsewhere.class)
        .optional();
  }

  private List<ResourceId> own(OrganizationId organization, AppointmentId appointment) {
    return jdbc
        .sql(OWN)
        .param("organization", organization.value())
        .param("appointment", appointment.value())
        .query(UUID.class)
        .stream()
        .map(Objects::requireNonNull)
        .map(ResourceId::new)
        .toList();
  }

  private List<ResourceId> held(
      String sql, OrganizationId organization, Collection<ResourceId> resources) {
    return jdbc
        .sql(sql)
        .param("organization", organization.value())
        .param("resources", uuids(resources))
        .query(UUID.class)
        .stream()
        .map(Objects::requireNonNull)
        .map(ResourceId::new)
        .toList();
  }

  private int ask(
      OrganizationId organization,
      AppointmentId appointment,
      List<Claim> claims,
      List<UUID> sessions) {
    if (claims.isEmpty()) {
      return 0;
    }
    return claimed(jdbc.sql(CLAIM), organization, claims)
        .param("appointment", appointment.value())
        .param("sessions", sessions.toArray(UUID[]::new))
        .update();
  }

  private static StatementSpec claimed(
      StatementSpec statement, OrganizationId organization, List<Claim> claims) {
    return statement
        .param("organization", organization.value())
        .param("resources", uuids(claims.stream().map(Claim::resource).toList()))
        .param("starts", times(claims.stream().map(c -> c.during().start()).toList()))
        .param("ends", times(claims.stream().map(c -> c.during().end()).toList()));
  }

  private void giveBack(String sql, OrganizationId organization, AppointmentId appointment) {
    jdbc.sql(sql)
        .param("organization", organization.value())
        .param("appointment", appointment.value())
        .update();
  }

  private static UUID[] uuids(Collection<ResourceId> resources) {
    return resources.stream().map(ResourceId::value).toArray(UUID[]::new);
  }

  // The driver has no arrays of timestamps with a zone; the database reads ISO texts.
  private static String[] times(List<Instant> instants) {
    return instants.stream().map(Instant::toString).toArray(String[]::new);
  }
}
