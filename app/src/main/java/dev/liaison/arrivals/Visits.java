package dev.liaison.arrivals;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.scheduling.AppointmentId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code visit}; the appointments behind them are only read. */
@Repository
class Visits {
  // By its own id or its appointment's: no two things share an id.
  private static final String FIND =
      """
      select id, number, appointment_id as appointment, patient_id as patient,
          location_id as location, practitioner_id as practitioner, stage, stage_since,
          room_id as room, type, arrived_at, finished_at, identified_at, follow_up,
          follow_up_appointment_id as follow_up_appointment, version
      from visit
      where organization_id = :organization
          and (id = :id or appointment_id = :id)
      """;

  private static final String OF_PATIENT =
      """
      select id, number, appointment_id as appointment, patient_id as patient,
          location_id as location, practitioner_id as practitioner, stage, stage_since,
          room_id as room, type, arrived_at, finished_at, identified_at, follow_up,
          follow_up_appointment_id as follow_up_appointment, version
      from visit
      where organization_id = :organization
          and patient_id = :patient
          and stage <> 'entered-in-error'
      order by arrived_at desc
      limit :limit
      """;

  private static final String OF_APPOINTMENTS =
      """
      select id, number, appointment_id as appointment, patient_id as patient,
          location_id as location, practitioner_id as practitioner, stage, stage_since,
          room_id as room, type, arrived_at, finished_at, identified_at, follow_up,
          follow_up_appointment_id as follow_up_appointment, version
      from visit
      where organization_id = :organization
          and appointment_id = any(:appointments)
          and stage <> 'entered-in-error'
      """;

  // Locked, so that a cancellation and an arrival at the same moment see each other.
  private static final String EXPECTED =
      """
      select a.status, a.starts_at, l.zone
      from appointment a
      join location l on l.organization_id = a.organization_id and l.id = a.location_id
      where a.organization_id = :organization
          and a.id = :appointment
      for share of a
      """;

  private static final String NEXT_NUMBER =
      """
      insert into counter (organization_id, purpose, value)
      values (:organization, 'visit', :count)
      on conflict (organization_id, purpose) do update set value = counter.value + :count
      returning value
      """;

  private static final String BEGIN =
      """
      insert into visit (organization_id, id, number, appointment_id, patient_id, location_id,
          practitioner_id, stage, stage_since, type, arrived_at)
      select a.organization_id, :id, :number, a.id, a.patient_id, a.location_id,
          a.practitioner_id, 'arrived', :at, t.name, :at
      from appointment a
      join appointment_type t on t.organization_id = a.organization_id and t.id = a.appointment_type_id
      where a.organization_id = :organization
          and a.id = :appointment
      on conflict on constraint visit_of_an_appointment_once do nothing
      """;

  private static final String CHANGE =
      """
      update visit
      set stage = :stage,
          stage_since = :since,
          room_id = :room,
          arrived_at = :arrivedAt,
          finished_at = :finishedAt,
          identified_at = :identifiedAt,
          follow_up = :followUp,
          version = version + 1
      where organization_id = :organization
          and id = :id
          and version = :version
      """;

  private static final String REMEMBER_FOLLOW_UP =
      """
      update visit
      set follow_up_appointment_id = :appointment
      where organization_id = :organization
          and id = :id
      """;

  private static final String LOCK_ROOM =
      """
      select r.id
      from resource r
      where r.organization_id = :organization
          and r.id = :room
          and r.category = 'room'
          and r.location_id = :location
      for no key update
      """;

  private static final String IN_ROOM =
      """
      select count(*)
      from visit
      where organization_id = :organization
          and room_id = :room
          and id <> :id
          and stage in ('roomed', 'with-clinician')
          and stage_since > :since
      """;

  private final JdbcClient jdbc;

  Visits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An appointment as a patient at the desk meets it. */
  record Expected(String status, Instant startsAt, ZoneId zone) {}

  Optional<Visit> find(OrganizationId organization, VisitId visit) {
    return find(organization, visit.value());
  }

  Optional<Visit> find(OrganizationId organization, AppointmentId appointment) {
    return find(organization, appointment.value());
  }

  List<Visit> ofPatient(OrganizationId organization, PatientId patient, int limit) {
    return List.copyOf(
        jdbc.sql(OF_PATIENT)
            .param("organization", organization.value())
            .param("patient", patient.value())
            .param("limit", limit)
            .query(Visit.class)
            .list());
  }

  List<Visit> ofAppointments(OrganizationId organization, Collection<AppointmentId> appointments) {
    return List.copyOf(
        jdbc.sql(OF_APPOINTMENTS)
            .param("organization", organization.value())
            .param(
                "appointments",
                appointments.stream().map(AppointmentId::value).toArray(UUID[]::new))
            .query(Visit.class)
            .list());
  }

  Optional<Expected> expected(OrganizationId organization, AppointmentId appointment) {
    return jdbc.sql(EXPECTED)
        .param("organization", organization.value())
        .param("appointment", appointment.value())
        .query(Expected.class)
        .optional();
  }

  /** Begins the visit of an appointment; empty when another desk has begun it. */
  Optional<VisitId> begin(OrganizationId organization, AppointmentId appointment, Instant at) {
    var id = Ids.next();
    var rows =
        jdbc.sql(BEGIN)
            .param("organization", organization.value())
            .param("id", id)
            .param("number", numbers(organization, 1))
            .param("appointment", appointment.value())
            .param("at", at.atOffset(UTC))
            .update();
    return rows == 1 ? Optional.of(new VisitId(id)) : Optional.empty();
  }

  /** Takes that many visit numbers and answers the last of them. */
  long numbers(OrganizationId organization, int count) {
    return jdbc.sql(NEXT_NUMBER)
        .param("organization", organization.value())
        .param("count", count)
        .query(Long.class)
        .single();
  }

  /** Writes what the visit becomes, unless it is no longer the version that the desk saw. */
  boolean change(OrganizationId organization, Step step) {
    var room = step.room();
    return jdbc.sql(CHANGE)
            .param("organization", organization.value())
            .param("id", step.seen().id().value())
            .param("version", step.seen().version())
            .param("stage", step.stage().code())
            .param("since", step.since().atOffset(UTC))
            .param("room", room == null ? null : room.value())
            .param("arrivedAt", step.arrivedAt().atOffset(UTC))
            .param("finishedAt", at(step.finishedAt()))
            .param("identifiedAt", at(step.identifiedAt()))
            .param("followUp", step.followUp())
            .update()
        == 1;
  }

  void rememberFollowUp(
      OrganizationId organization, VisitId visit, @Nullable AppointmentId appointment) {
    jdbc.sql(REMEMBER_FOLLOW_UP)
        .param("organization", organization.value())
        .param("id", visit.value())
        .param("appointment", appointment == null ? null : appointment.value())
        .update();
  }

  /** Waits for whoever else takes this room; false when the visit's location has no such room. */
  boolean lockRoom(OrganizationId organization, Visit visit, ResourceId room) {
    var location = visit.location();
    return jdbc.sql(LOCK_ROOM)
        .param("organization", organization.value())
        .param("room", room.value())
        .param("location", location == null ? null : location.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /**
   * @param since who came to the stage before that was forgotten, and holds no room
   */
  boolean isInUse(OrganizationId organization, ResourceId room, VisitId butFor, Instant since) {
    return jdbc.sql(IN_ROOM)
            .param("organization", organization.value())
            .param("room", room.value())
            .param("id", butFor.value())
            .param("since", since.atOffset(UTC))
            .query(Integer.class)
            .single()
        > 0;
  }

  private Optional<Visit> find(OrganizationId organization, UUID id) {
    return jdbc.sql(FIND)
        .param("organization", organization.value())
        .param("id", id)
        .query(Visit.class)
        .optional();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(UTC);
  }
}
