package dev.liaison.scheduling;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.Ground.Candidate;
import dev.liaison.scheduling.Ground.Need;
import dev.liaison.scheduling.Ground.Seat;
import dev.liaison.scheduling.Ground.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what could be booked and what is: one statement for each. */
@Repository
class Grounds {
  /** No claim is longer, so whatever covers an instant has begun within a day before it. */
  static final Duration LONGEST_CLAIM = Duration.ofDays(1);

  // Places stand in the order of the facility file, as do the candidates of a need.
  private static final String READ =
      """
      select t.minutes, l.id as location_id, l.zone, n.position as need, coalesce(n.offset_minutes, 0) as offset_minutes,
          coalesce(n.busy_minutes, 0) as busy_minutes, r.id as resource_id, r.category, s.id as session_id,
          coalesce(s.day_of_week, 1) as day_of_week, s.starts, s.ends, s.valid_from,
          s.valid_until
      from appointment_type t
      join location l
          on l.organization_id = :organization
          and (cardinality(cast(:locations as uuid[])) = 0 or l.id = any(cast(:locations as uuid[])))
      left join appointment_type_need n
          on n.organization_id = :organization
          and n.appointment_type_id = t.id
      left join resource r
          on r.organization_id = :organization
          and r.kind = n.resource_kind
          and (r.location_id is null or r.location_id = l.id)
          and (r.id = any(cast(:wanted as uuid[]))
              or not exists (
                  select 1
                  from resource w
                  where w.organization_id = :organization
                      and w.kind = n.resource_kind
                      and w.id = any(cast(:wanted as uuid[]))))
      left join weekly_session s
          on s.organization_id = :organization
          and s.resource_id = r.id
          and s.location_id = l.id
          and s.day_of_week = any(cast(:days as smallint[]))
          and s.valid_from <= :until
          and s.valid_until >= :from
          and (exists (
                  select 1
                  from weekly_session_type x
                  where x.organization_id = :organization
                      and x.weekly_session_id = s.id
                      and x.appointment_type_id = t.id)
              or not exists (
                  select 1
                  from weekly_session_type x
                  where x.organization_id = :organization
                      and x.weekly_session_id = s.id))
      where t.organization_id = :organization
          and t.id = :type
      order by l.position, l.id, n.position, r.position, r.id
      """;

  private static final String CLAIMED =
      """
      select resource_id as id, starts_at, ends_at
      from booking
      where organization_id = :organization
          and resource_id = any(cast(:ids as uuid[]))
          and starts_at >= :earliest
          and starts_at < :until
          and ends_at > :from
          and lane = 0
          and (cast(:except as uuid) is null or appointment_id <> :except)
      """;

  private static final String EXPECTED =
      """
      select patient_id as id, starts_at, ends_at
      from patient_time
      where organization_id = :organization
          and patient_id = any(cast(:ids as uuid[]))
          and starts_at >= :earliest
          and starts_at < :until
          and ends_at > :from
          and lane = 0
          and (cast(:except as uuid) is null or appointment_id <> :except)
      """;

  private static final String KNOWN =
      """
      select count(*)
      from resource
      where organization_id = :organization
          and id = any(cast(:ids as uuid[]))
      """;

  private final JdbcClient jdbc;

  Grounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose own appointment's time counts as free: the one that is about to be moved. */
  record Asked(@Nullable PatientId patient, @Nullable AppointmentId except) {}

  private record Row(
      int minutes,
      UUID locationId,
      String zone,
      @Nullable Integer need,
      int offsetMinutes,
      int busyMinutes,
      @Nullable UUID resourceId,
      @Nullable Category category,
      @Nullable UUID sessionId,
      int dayOfWeek,
      @Nullable LocalTime starts,
      @Nullable LocalTime ends,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  private record Busy(UUID id, Interval during) {}

  /**
   * The ground for a type at these places, at all when none is named, on the days, both included;
   * empty when the type or the place is not of this organization.
   */
  Optional<Ground> read(
      OrganizationId organization,
      AppointmentTypeId type,
      Collection<LocationId> locations,
      LocalDate from,
      LocalDate until) {
    return read(organization, type, locations, Set.of(), from, until);
  }

  /** The same with only those who are wanted, for the kinds of which one is. */
  Optional<Ground> read(
      OrganizationId organization,
      AppointmentTypeId type,
      Collection<LocationId> locations,
      Collection<ResourceId> wanted,
      LocalDate from,
      LocalDate until) {
    var rows =
        jdbc
            .sql(READ)
            .param("organization", organization.value())
            .param("type", type.value())
            .param("locations", locations.stream().map(LocationId::value).toArray(UUID[]::new))
            .param("wanted", wanted.stream().map(ResourceId::value).toArray(UUID[]::new))
            .param("days", weekdays(from, until))
            .param("from", from)
            .param("until", until)
            .query(Row.class)
            .stream()
            .map(Objects::requireNonNull)
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(ground(rows));
  }

  /** Whether all of these are the organization's own, also if the type has no use for them. */
  boolean knows(OrganizationId organization, Ground ground, Collection<ResourceId> resources) {
    return ground.resources().containsAll(resources)
        || jdbc.sql(KNOWN)
                .param("organization", organization.value())
                .param("ids", resources.stream().map(ResourceId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single()
            == resources.size();
  }

  /** What is left of the ground on the days, both included. */
  Calendar calendar(
      OrganizationId organization,
      AppointmentTypeId type,
      Ground ground,
      LocalDate from,
      LocalDate until,
      Asked asked) {
    var window =
        new Interval(
            from.minusDays(1).atStartOfDay(UTC).toInstant().minus(LONGEST_CLAIM),
            until.plusDays(2).atStartOfDay(UTC).toInstant().plus(LONGEST_CLAIM));
    return calendar(organization, type, ground, from, until, window, asked);
  }

  /** The same, true only within the window: what is claimed outside of it counts as free. */
  Calendar calendar(
      OrganizationId organization,
      AppointmentTypeId type,
      Ground ground,
      LocalDate from,
      LocalDate until,
      Interval window,
      Asked asked) {
    var resources = ground.resources().stream().map(ResourceId::value).toList();
    var claimed = busy(CLAIMED, organization, resources, window, asked.except());
    var free = new HashMap<Seat, Stretches>();
    ground
        .worked(from.minusDays(1), until.plusDays(1))
        .forEach((seat, worked) ->
            free.put(
                seat,
                worked.without(claimed.getOrDefault(seat.resource().value(), Stretches.NONE))));
    return new Calendar(type, ground, free, expected(organization, asked, window));
  }

  private Stretches expected(OrganizationId organization, Asked asked, Interval window) {
    var patient = asked.patient();
    if (patient == null) {
      return Stretches.NONE;
    }
    var ids = List.of(patient.value());
    return busy(EXPECTED, organization, ids, window, asked.except())
        .getOrDefault(patient.value(), Stretches.NONE);
  }

  private Map<UUID, Stretches> busy(
      String sql,
      OrganizationId organization,
      Collection<UUID> ids,
      Interval window,
      @Nullable AppointmentId except) {
    return jdbc
        .sql(sql)
        .param("organization", organization.value())
        .param("ids", ids.toArray(UUID[]::new))
        .param("earliest", window.start().minus(LONGEST_CLAIM).atOffset(UTC))
        .param("from", window.start().atOffset(UTC))
        .param("until", window.end().atOffset(UTC))
        .param("except", except == null ? null : except.value())
        .query((row, number) -> new Busy(row.getObject("id", UUID.class), during(row)))
        .stream()
        .map(Objects::requireNonNull)
        .collect(
            Collectors.groupingBy(
                Busy::id,
                Collectors.collectingAndThen(
                    Collectors.mapping(Busy::during, Collectors.toList()), Stretches::of)));
  }

  private static Interval during(ResultSet row) throws SQLException {
    return new Interval(
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }

  private static Integer[] weekdays(LocalDate from, LocalDate until) {
    return from.datesUntil(until.plusDays(1))
        .limit(7)
        .map(day -> day.getDayOfWeek().getValue())
        .toArray(Integer[]::new);
  }

  private static Ground ground(List<Row> rows) {
    var places = new LinkedHashMap<LocationId, ZoneId>();
    var needs = new TreeMap<Integer, Row>();
    var candidates = new HashMap<Integer, LinkedHashSet<Candidate>>();
    var sessions = new LinkedHashSet<Session>();
    for (var row : rows) {
      places.putIfAbsent(new LocationId(row.locationId()), ZoneId.of(row.zone()));
      if (row.need() == null) {
        continue;
      }
      needs.putIfAbsent(row.need(), row);
      var met = candidates.computeIfAbsent(row.need(), need -> new LinkedHashSet<>());
      if (row.resourceId() == null || row.category() == null) {
        continue;
      }
      met.add(new Candidate(new ResourceId(row.resourceId()), row.category()));
      session(row).ifPresent(sessions::add);
    }
    var all =
        needs.values().stream()
            .map(n ->
                new Need(
                    n.need() == null ? 0 : n.need(),
                    Duration.ofMinutes(n.offsetMinutes()),
                    Duration.ofMinutes(n.busyMinutes()),
                    List.copyOf(candidates.getOrDefault(n.need(), new LinkedHashSet<>()))))
            .toList();
    return new Ground(
        Duration.ofMinutes(rows.getFirst().minutes()), places, all, List.copyOf(sessions));
  }

  private static Optional<Session> session(Row row) {
    if (row.sessionId() == null
        || row.resourceId() == null
        || row.starts() == null
        || row.ends() == null
        || row.validFrom() == null
        || row.validUntil() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Session(
            row.sessionId(),
            new ResourceId(row.resourceId()),
            new LocationId(row.locationId()),
            DayOfWeek.of(row.dayOfWeek()),
            row.starts(),
            row.ends(),
            row.validFrom(),
            row.validUntil()));
  }
}
