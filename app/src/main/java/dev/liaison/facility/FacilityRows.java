package dev.liaison.facility;

import dev.liaison.facility.AppointmentType.Need;
import dev.liaison.platform.tenancy.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the facility's rows. */
@Repository
class FacilityRows {
  private final JdbcClient jdbc;

  FacilityRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String LOCATIONS =
      """
      select id, name, zone, line, city, state, postal_code, phone
      from location
      where organization_id = :organization
      order by position, name
      """;

  List<Location> locations(OrganizationId organization) {
    return List.copyOf(
        jdbc.sql(LOCATIONS)
            .param("organization", organization.value())
            .query(Location.class)
            .list());
  }

  private static final String RESOURCES =
      """
      select r.id, r.category, r.kind, r.name, r.location_id as location, p.family, p.specialty
      from resource r
      left join practitioner p on p.organization_id = r.organization_id
          and p.id = r.id
      where r.organization_id = :organization
      order by array_position(array['practitioner', 'room', 'device'], r.category), r.position, r.name
      """;

  List<Resource> resources(OrganizationId organization) {
    return List.copyOf(
        jdbc.sql(RESOURCES)
            .param("organization", organization.value())
            .query(Resource.class)
            .list());
  }

  private static final String PRACTITIONERS =
      """
      select r.id, r.category, r.kind, r.name, r.location_id as location, p.family, p.specialty
      from resource r
      join practitioner p on p.organization_id = r.organization_id
          and p.id = r.id
      where r.organization_id = :organization
          and exists (
              select 1
              from weekly_session s
              where s.organization_id = r.organization_id
                  and s.resource_id = r.id
                  and s.location_id = :location
                  and s.valid_from <= :until
                  and s.valid_until >= :from
          )
      order by r.position, r.name
      """;

  List<Resource> practitioners(
      OrganizationId organization, LocationId location, LocalDate from, LocalDate until) {
    return List.copyOf(
        jdbc.sql(PRACTITIONERS)
            .param("organization", organization.value())
            .param("location", location.value())
            .param("from", from)
            .param("until", until)
            .query(Resource.class)
            .list());
  }

  private static final String APPOINTMENT_TYPES =
      """
      select t.id, t.name, t.code, t.family, t.minutes, t.instructions,
          n.resource_kind, n.offset_minutes, n.busy_minutes
      from appointment_type t
      join appointment_type_need n on n.organization_id = t.organization_id
          and n.appointment_type_id = t.id
      where t.organization_id = :organization
      order by t.position, t.name, n.position
      """;

  List<AppointmentType> appointmentTypes(OrganizationId organization) {
    var needs = new LinkedHashMap<AppointmentTypeId, List<TypeRow>>();
    jdbc.sql(APPOINTMENT_TYPES)
        .param("organization", organization.value())
        .query(TypeRow.class)
        .list()
        .forEach(row -> needs.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    return needs.values().stream().map(TypeRow::type).toList();
  }

  record TypeRow(
      AppointmentTypeId id,
      String name,
      String code,
      String family,
      int minutes,
      @Nullable String instructions,
      String resourceKind,
      int offsetMinutes,
      int busyMinutes) {

    private Need need() {
      return new Need(
          resourceKind, Duration.ofMinutes(offsetMinutes), Duration.ofMinutes(busyMinutes));
    }

    private static AppointmentType type(List<TypeRow> rows) {
      var first = rows.getFirst();
      return new AppointmentType(
          first.id,
          first.name,
          first.code,
          first.family,
          Duration.ofMinutes(first.minutes),
          first.instructions,
          rows.stream().map(TypeRow::need).toList());
    }
  }

  private static final String SESSIONS =
      """
      select s.resource_id, s.location_id, s.day_of_week, s.starts, s.ends, s.valid_from, s.valid_until, s.then_name,
          array(
              select t.appointment_type_id
              from weekly_session_type t
              where t.organization_id = s.organization_id
                  and t.weekly_session_id = s.id
          ) as types
      from weekly_session s
      where s.organization_id = :organization
          and s.resource_id = any(:resources)
          and s.valid_from <= :until
          and s.valid_until >= :from
      order by s.resource_id, s.day_of_week, s.starts
      """;

  List<WeeklySession> sessions(
      OrganizationId organization,
      Collection<ResourceId> resources,
      LocalDate from,
      LocalDate until) {
    return jdbc.sql(SESSIONS)
        .param("organization", organization.value())
        .param("resources", resources.stream().map(ResourceId::value).toArray(UUID[]::new))
        .param("from", from)
        .param("until", until)
        .query((row, number) -> session(row))
        .list();
  }

  private static WeeklySession session(ResultSet row) throws SQLException {
    return new WeeklySession(
        new ResourceId(row.getObject("resource_id", UUID.class)),
        new LocationId(row.getObject("location_id", UUID.class)),
        DayOfWeek.of(row.getInt("day_of_week")),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("then_name"),
        types(row));
  }

  private static Set<AppointmentTypeId> types(ResultSet row) throws SQLException {
    var ids = (UUID[]) row.getArray("types").getArray();
    return Arrays.stream(ids).map(AppointmentTypeId::new).collect(Collectors.toSet());
  }
}
