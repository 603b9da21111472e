package dev.liaison.scheduling;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.UserId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.Appointment.Confirmation;
import dev.liaison.scheduling.Appointment.LastChange;
import dev.liaison.scheduling.BookingRequest.Why;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of {@code appointment}. */
@Repository
class Appointments {
  private static final String ADD =
      """
      insert into appointment (organization_id, id, patient_id, appointment_type_id, location_id,
          practitioner_id, during, told_local, told_zone, status, reason, note, asked_by, asked_through,
          referred_by, exception, request_id, created_by)
      select :organization, :id, p.id, :type, :location, :practitioner, tstzrange(:start, :end), :told, :zone,
          'booked', :reason, :note, :askedBy, :askedThrough, :referredBy, :exception, :request, :user
      from patient p
      where p.organization_id = :organization
          and p.id = :patient
      on conflict on constraint appointment_requested_once do nothing
      """;

  private static final String REQUESTED =
      """
      select id
      from appointment
      where organization_id = :organization
          and request_id = :request
      """;

  private static final String FIND =
      """
      select a.id, a.patient_id, a.appointment_type_id, a.location_id, a.practitioner_id, a.starts_at, a.ends_at,
          a.told_local, a.told_zone, a.status, a.reason, a.note, a.asked_by, a.asked_through, a.referred_by,
          a.exception, a.confirmed_at, a.confirmed_by, a.confirmed_through, a.cancel_reason, a.version,
          coalesce(a.updated_by, a.created_by) as changed_by, m.display_name as changed_by_name, a.updated_at
      from appointment a
      left join membership m
          on m.organization_id = :organization
          and m.login_id = coalesce(a.updated_by, a.created_by)
      where a.organization_id = :organization
          and a.id = :id
      """;

  // Of two desks that change one appointment the second waits here, and then sees what it became.
  private static final String LOCK =
      """
      select id
      from appointment
      where organization_id = :organization
          and id = :id
      for no key update
      """;

  private static final String UPCOMING =
      """
      select a.id, a.patient_id, a.appointment_type_id, a.location_id, a.practitioner_id, a.starts_at, a.ends_at,
          a.told_local, a.told_zone, a.status, a.reason, a.note, a.asked_by, a.asked_through, a.referred_by,
          a.exception, a.confirmed_at, a.confirmed_by, a.confirmed_through, a.cancel_reason, a.version,
          coalesce(a.updated_by, a.created_by) as changed_by, m.display_name as changed_by_name, a.updated_at
      from appointment a
      left join membership m
          on m.organization_id = :organization
          and m.login_id = coalesce(a.updated_by, a.created_by)
      where a.organization_id = :organization
          and a.patient_id = :patient
          and a.ends_at > :now
          and a.status = 'booked'
      order by a.starts_at, a.id
      """;

  private static final String OF_PATIENT =
      """
      select a.id, a.patient_id, a.appointment_type_id, a.location_id, a.practitioner_id, a.starts_at, a.ends_at,
          a.told_local, a.told_zone, a.status, a.reason, a.note, a.asked_by, a.asked_through, a.referred_by,
          a.exception, a.confirmed_at, a.confirmed_by, a.confirmed_through, a.cancel_reason, a.version,
          coalesce(a.updated_by, a.created_by) as changed_by, m.display_name as changed_by_name, a.updated_at
      from appointment a
      left join membership m
          on m.organization_id = :organization
          and m.login_id = coalesce(a.updated_by, a.created_by)
      where a.organization_id = :organization
          and a.patient_id = :patient
      order by a.starts_at desc, a.id
      limit :limit
      """;

  private static final String MOVE =
      """
      update appointment
      set during = tstzrange(:start, :end),
          practitioner_id = :practitioner,
          told_local = :told,
          told_zone = :zone,
          confirmed_at = null,
          confirmed_by = null,
          confirmed_through = null,
          version = version + 1,
          updated_at = :now,
          updated_by = :user
      where organization_id = :organization
          and id = :id
      """;

  private static final String SET_STATUS =
      """
      update appointment
      set status = :status,
          cancelled_at = :cancelledAt,
          cancel_reason = :cancelReason,
          version = version + 1,
          updated_at = :now,
          updated_by = :user
      where organization_id = :organization
          and id = :id
      """;

  private static final String CONFIRM =
      """
      update appointment
      set confirmed_at = :now,
          confirmed_by = :by,
          confirmed_through = :through,
          version = version + 1,
          updated_at = :now,
          updated_by = :user
      where organization_id = :organization
          and id = :id
      """;

  private final JdbcClient jdbc;

  Appointments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The time that the patient is told, and who is seen. */
  record Promise(Interval during, ZoneId zone, @Nullable ResourceId practitioner) {
    LocalDateTime told() {
      return during.start().atZone(zone).toLocalDateTime();
    }
  }

  private record Row(
      UUID id,
      UUID patientId,
      UUID appointmentTypeId,
      UUID locationId,
      @Nullable UUID practitionerId,
      Instant startsAt,
      Instant endsAt,
      LocalDateTime toldLocal,
      String toldZone,
      AppointmentStatus status,
      @Nullable String reason,
      @Nullable String note,
      String askedBy,
      String askedThrough,
      @Nullable String referredBy,
      @Nullable String exception,
      @Nullable Instant confirmedAt,
      @Nullable String confirmedBy,
      @Nullable String confirmedThrough,
      @Nullable String cancelReason,
      int version,
      UUID changedBy,
      @Nullable String changedByName,
      Instant updatedAt) {

    Appointment appointment() {
      return new Appointment(
          new AppointmentId(id),
          new PatientId(patientId),
          new AppointmentTypeId(appointmentTypeId),
          new LocationId(locationId),
          practitionerId == null ? null : new ResourceId(practitionerId),
          new Interval(startsAt, endsAt),
          toldLocal,
          ZoneId.of(toldZone),
          status,
          new Why(reason, note, askedBy, askedThrough, referredBy),
          exception,
          confirmation(),
          cancelReason,
          version,
          new LastChange(new UserId(changedBy), changedByName, updatedAt));
    }

    private @Nullable Confirmation confirmation() {
      return confirmedAt == null || confirmedBy == null || confirmedThrough == null
          ? null
          : new Confirmation(confirmedAt, confirmedBy, confirmedThrough);
    }
  }

  /** False when this request has made an appointment before, or nobody knows the patient. */
  boolean add(Actor actor, AppointmentId id, BookingRequest request, Promise promise) {
    var why = request.why();
    var past = request.past();
    return told(jdbc.sql(ADD), promise)
            .param("organization", actor.organization().value())
            .param("id", id.value())
            .param("patient", request.patient().value())
            .param("type", request.type().value())
            .param("location", request.location().value())
            .param("reason", why.reason())
            .param("note", why.note())
            .param("askedBy", why.askedBy())
            .param("askedThrough", why.askedThrough())
            .param("referredBy", why.referredBy())
            .param("exception", past == null ? null : past.code())
            .param("request", request.request())
            .param("user", actor.user().value())
            .update()
        == 1;
  }

  /** What this request has made before. */
  Optional<AppointmentId> requested(OrganizationId organization, UUID request) {
    return jdbc.sql(REQUESTED)
        .param("organization", organization.value())
        .param("request", request)
        .query(UUID.class)
        .optional()
        .map(AppointmentId::new);
  }

  Optional<Appointment> find(OrganizationId organization, AppointmentId id) {
    return one(FIND, organization, id).query(Row.class).optional().map(Row::appointment);
  }

  /** As it stands, and nobody else changes it before this transaction ends. */
  Optional<Appointment> lock(OrganizationId organization, AppointmentId id) {
    return one(LOCK, organization, id).query(UUID.class).optional().isEmpty()
        ? Optional.empty()
        : find(organization, id);
  }

  List<Appointment> upcoming(OrganizationId organization, PatientId patient, Instant now) {
    return jdbc
        .sql(UPCOMING)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("now", now.atOffset(UTC))
        .query(Row.class)
        .stream()
        .map(Objects::requireNonNull)
        .map(Row::appointment)
        .toList();
  }

  List<Appointment> ofPatient(OrganizationId organization, PatientId patient, int limit) {
    return jdbc
        .sql(OF_PATIENT)
        .param("organization", organization.value())
        .param("patient", patient.value())
        .param("limit", limit)
        .query(Row.class)
        .stream()
        .map(Objects::requireNonNull)
        .map(Row::appointment)
        .toList();
  }

  void move(Actor actor, AppointmentId id, Promise promise, Instant now) {
    changed(told(jdbc.sql(MOVE), promise), actor, id, now);
  }

  void setStatus(
      Actor actor,
      AppointmentId id,
      AppointmentStatus status,
      @Nullable String cancelReason,
      Instant now) {
    var cancelled = status == AppointmentStatus.CANCELLED;
    changed(
        jdbc.sql(SET_STATUS)
            .param("status", status.code())
            .param("cancelledAt", cancelled ? now.atOffset(UTC) : null)
            .param("cancelReason", cancelReason),
        actor,
        id,
        now);
  }

  void confirm(Actor actor, AppointmentId id, String by, String through, Instant now) {
    changed(jdbc.sql(CONFIRM).param("by", by).param("through", through), actor, id, now);
  }

  private StatementSpec one(String sql, OrganizationId organization, AppointmentId id) {
    return jdbc.sql(sql).param("organization", organization.value()).param("id", id.value());
  }

  private static StatementSpec told(StatementSpec statement, Promise promise) {
    var practitioner = promise.practitioner();
    return statement
        .param("start", promise.during().start().atOffset(UTC))
        .param("end", promise.during().end().atOffset(UTC))
        .param("practitioner", practitioner == null ? null : practitioner.value())
        .param("told", promise.told())
        .param("zone", promise.zone().getId());
  }

  private static void changed(StatementSpec statement, Actor actor, AppointmentId id, Instant now) {
    statement
        .param("organization", actor.organization().value())
        .param("id", id.value())
        .param("now", now.atOffset(UTC))
        .param("user", actor.user().value())
        .update();
  }
}
