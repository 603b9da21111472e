package dev.liaison.demo;

import dev.liaison.arrivals.VisitId;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Rows;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.AppointmentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is booked and not begun, who never left, and how far the demo has done its work. */
@Repository
@Profile("demo")
class DemoCalendar {
  /** How far something was done, kept among the other counted numbers. */
  enum Mark {
    /** All days before this one, counted since 1970, have their appointments. */
    FILLED_BEFORE("demo filled before"),
    /** In that minute since 1970 the patients stood where they should. */
    LIVELY_AT("demo lively at"),
    /** The templates of the facility begin in the week of that day since 1970. */
    TEMPLATES_FROM("demo templates from");

    private final String purpose;

    Mark(String purpose) {
      this.purpose = purpose;
    }
  }

  private final JdbcClient jdbc;

  DemoCalendar(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An appointment that is booked and whose patient did not come yet. */
  record Waiting(
      AppointmentId id,
      LocationId locationId,
      ResourceId practitionerId,
      AppointmentTypeId appointmentTypeId,
      Instant startsAt,
      Instant endsAt,
      int version) {}

  private static final String WAITING =
      """
      select a.id, a.location_id, a.practitioner_id, a.appointment_type_id, a.starts_at, a.ends_at, a.version
      from appointment a
      where a.organization_id = :organization
          and a.starts_at >= :from
          and a.starts_at < :until
          and a.status = 'booked'
          and a.practitioner_id is not null
          and not exists (
              select 1
              from visit v
              where v.organization_id = a.organization_id
                  and v.appointment_id = a.id
          )
      order by a.starts_at, a.id
      """;

  List<Waiting> waiting(OrganizationId organization, Instant from, Instant until) {
    return Rows.of(
        jdbc.sql(WAITING)
            .param("organization", organization.value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .query(Waiting.class));
  }

  private static final String STILL_HERE =
      """
      select id, version
      from visit
      where organization_id = :organization
          and (arrived_at < :before or stage_since < :since)
          and finished_at is null
          and stage <> 'entered-in-error'
      order by arrived_at, id
      """;

  /** A visit that never came to its end, as it stands. */
  record StillHere(VisitId id, int version) {}

  /** Those who came before a day, or have stood at the same stage for too long. */
  List<StillHere> stillHere(OrganizationId organization, Instant before, Instant since) {
    return Rows.of(
        jdbc.sql(STILL_HERE)
            .param("organization", organization.value())
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("since", since.atOffset(ZoneOffset.UTC))
            .query(StillHere.class));
  }

  private static final String MARK =
      """
      select value
      from counter
      where organization_id = :organization
          and purpose = :purpose
      """;

  Optional<Long> mark(OrganizationId organization, Mark mark) {
    return Rows.of(
            jdbc.sql(MARK)
                .param("organization", organization.value())
                .param("purpose", mark.purpose)
                .query(Long.class))
        .stream()
        .findFirst();
  }

  private static final String SET =
      """
      insert into counter (organization_id, purpose, value)
      values (:organization, :purpose, :value)
      on conflict on constraint counter_pk do update set value = excluded.value
      """;

  void set(OrganizationId organization, Mark mark, long value) {
    jdbc.sql(SET)
        .param("organization", organization.value())
        .param("purpose", mark.purpose)
        .param("value", value)
        .update();
  }

  private static final String BUSY =
      """
      select b.resource_id, a.patient_id, b.starts_at, b.ends_at
      from booking b
      join appointment a on a.organization_id = b.organization_id
          and a.id = b.appointment_id
      where b.organization_id = :organization
          and b.resource_id = any(:resources)
          and b.starts_at >= :from
          and b.starts_at < :until
      """;

  /** The time that these resources are claimed for, and by whom. */
  List<Busy> busy(
      OrganizationId organization, List<ResourceId> resources, Instant from, Instant until) {
    return Rows.of(
        jdbc.sql(BUSY)
            .param("organization", organization.value())
            .param("resources", resources.stream().map(ResourceId::value).toArray(UUID[]::new))
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .query(Busy.class));
  }

  record Busy(ResourceId resourceId, PatientId patientId, Instant startsAt, Instant endsAt) {
    Interval during() {
      return new Interval(startsAt, endsAt);
    }
  }
}
