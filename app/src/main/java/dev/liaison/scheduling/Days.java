package dev.liaison.scheduling;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.Mrn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PersonName;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.Opening.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a place's appointments of some hours: one statement, a row for each claim. */
@Repository
class Days {
  // The phone by its key for each: joined, all telephones of the organization were read for a day.
  private static final String READ =
      """
      select a.id, a.patient_id, p.family, p.given, p.suffix, p.preferred_name, p.native_name, p.mrn, p.birth_date,
          t.value as phone, a.appointment_type_id, a.practitioner_id, a.starts_at, a.ends_at, a.status,
          a.confirmed_at is not null as confirmed, a.note, a.version, b.resource_id, b.starts_at as busy_from,
          b.ends_at as busy_until
      from appointment a
      join patient p
          on p.organization_id = :organization
          and p.id = a.patient_id
      left join lateral (
          select value
          from patient_telecom
          where organization_id = :organization
              and patient_id = a.patient_id
              and system = 'phone'
          order by position
          limit 1) t on true
      left join booking b
          on b.organization_id = :organization
          and b.appointment_id = a.id
      where a.organization_id = :organization
          and a.location_id = :location
          and a.starts_at >= :from
          and a.starts_at < :until
          and a.status in ('booked', 'noshow', 'fulfilled')
      order by a.starts_at, a.id
      """;

  private final JdbcClient jdbc;

  Days(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      UUID id,
      UUID patientId,
      String family,
      String given,
      @Nullable String suffix,
      @Nullable String preferredName,
      @Nullable String nativeName,
      String mrn,
      @Nullable LocalDate birthDate,
      @Nullable String phone,
      UUID appointmentTypeId,
      @Nullable UUID practitionerId,
      Instant startsAt,
      Instant endsAt,
      AppointmentStatus status,
      boolean confirmed,
      @Nullable String note,
      int version,
      @Nullable UUID resourceId,
      @Nullable Instant busyFrom,
      @Nullable Instant busyUntil) {

    DayEntry entry(List<Claim> claims) {
      return new DayEntry(
          new AppointmentId(id),
          new PatientId(patientId),
          new PersonName(family, given, suffix, preferredName, nativeName),
          new Mrn(mrn),
          birthDate,
          phone,
          new AppointmentTypeId(appointmentTypeId),
          practitionerId == null ? null : new ResourceId(practitionerId),
          new Interval(startsAt, endsAt),
          status,
          confirmed,
          note,
          version,
          claims);
    }
  }

  /** Those that begin within the hours and keep their time, soonest first. */
  List<DayEntry> read(OrganizationId organization, LocationId location, Interval hours) {
    var rows =
        jdbc
            .sql(READ)
            .param("organization", organization.value())
            .param("location", location.value())
            .param("from", hours.start().atOffset(UTC))
            .param("until", hours.end().atOffset(UTC))
            .query(Row.class)
            .stream()
            .map(Objects::requireNonNull)
            .toList();
    var claims = new LinkedHashMap<UUID, List<Claim>>();
    var first = new LinkedHashMap<UUID, Row>();
    for (var row : rows) {
      first.putIfAbsent(row.id(), row);
      var own = claims.computeIfAbsent(row.id(), id -> new ArrayList<>());
      if (row.resourceId() != null && row.busyFrom() != null && row.busyUntil() != null) {
        own.add(
            new Claim(
                new ResourceId(row.resourceId()), new Interval(row.busyFrom(), row.busyUntil())));
      }
    }
    return first.values().stream()
        .map(row -> row.entry(claims.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
