package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.SessionEntry;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replaces the weekly sessions of the resources whose sessions in the file are others. */
@Repository
class WeeklySessions {
  private final JdbcClient jdbc;
  private final EntryJson json;

  WeeklySessions(JdbcClient jdbc, EntryJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A session in the words of a file, so that two of them can be compared. */
  record Row(
      UUID id,
      String resource,
      String location,
      int dayOfWeek,
      LocalTime starts,
      LocalTime ends,
      LocalDate validFrom,
      LocalDate validUntil,
      @Nullable String thenName,
      Set<String> types) {

    private static Row of(SessionEntry e) {
      return new Row(
          Ids.next(),
          e.resource(),
          e.location(),
          e.day().getValue(),
          e.starts(),
          e.ends(),
          e.from(),
          e.until(),
          e.then(),
          new TreeSet<>(e.types()));
    }

    /** All that is said of it, without who it is. */
    private List<Object> said() {
      return List.of(
          location,
          dayOfWeek,
          starts,
          ends,
          validFrom,
          validUntil,
          thenName == null ? "" : thenName,
          types);
    }
  }

  /** How many resources have other sessions now. */
  int write(OrganizationId organization, FacilityFile file) {
    var wanted =
        file.sessions().stream().map(Row::of).collect(Collectors.groupingBy(Row::resource));
    var present =
        present(organization, wanted.keySet()).stream()
            .collect(Collectors.groupingBy(Row::resource));
    var others =
        wanted.keySet().stream()
            .filter(resource -> !said(wanted, resource).equals(said(present, resource)))
            .toList();
    if (!others.isEmpty()) {
      replace(
          organization, others, others.stream().flatMap(r -> rows(wanted, r).stream()).toList());
    }
    return others.size();
  }

  private static Set<List<Object>> said(Map<String, List<Row>> rows, String resource) {
    return rows(rows, resource).stream().map(Row::said).collect(Collectors.toSet());
  }

  private static List<Row> rows(Map<String, List<Row>> rows, String resource) {
    return rows.getOrDefault(resource, List.of());
  }

  private static final String PRESENT =
      """
      select s.id, r.key as resource, l.key as location, s.day_of_week, s.starts, s.ends,
          s.valid_from, s.valid_until, s.then_name,
          array(
              select a.key
              from weekly_session_type t
              join appointment_type a on a.organization_id = t.organization_id
                  and a.id = t.appointment_type_id
              where t.organization_id = s.organization_id
                  and t.weekly_session_id = s.id
          ) as types
      from weekly_session s
      join resource r on r.organization_id = s.organization_id
          and r.id = s.resource_id
      join location l on l.organization_id = s.organization_id
          and l.id = s.location_id
      where s.organization_id = :organization
          and r.key = any(:resources)
      """;

  private List<Row> present(OrganizationId organization, Collection<String> resources) {
    return jdbc.sql(PRESENT)
        .param("organization", organization.value())
        .param("resources", resources.toArray(String[]::new))
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("resource"),
        row.getString("location"),
        row.getInt("day_of_week"),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("then_name"),
        new TreeSet<>(List.of((String[]) row.getArray("types").getArray())));
  }

  // A booking takes these rows for key share: either it sees the new sessions, or we see it.
  private static final String LOCK =
      """
      select id
      from resource
      where organization_id = :organization
          and key = any(:resources)
      order by id
      for update
      """;

  private static final String DELETE =
      """
      delete from weekly_session s
      using resource r
      where s.organization_id = :organization
          and r.organization_id = s.organization_id
          and r.id = s.resource_id
          and r.key = any(:resources)
      """;

  private static final String INSERT =
      """
      insert into weekly_session (organization_id, id, resource_id, location_id, day_of_week, starts, ends,
          valid_from, valid_until, then_name)
      select :organization, entry.id, r.id, l.id, entry.day_of_week, entry.starts, entry.ends,
          entry.valid_from, entry.valid_until, entry.then_name
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (id uuid, resource text, location text,
          day_of_week smallint, starts time, ends time, valid_from date, valid_until date, then_name text)
      join resource r on r.organization_id = :organization
          and r.key = entry.resource
      join location l on l.organization_id = :organization
          and l.key = entry.location
      on conflict do nothing
      """;

  private static final String INSERT_TYPES =
      """
      insert into weekly_session_type (organization_id, weekly_session_id, appointment_type_id)
      select :organization, entry.id, t.id
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (id uuid, types jsonb)
      cross join jsonb_array_elements_text(entry.types) as type (key)
      join appointment_type t on t.organization_id = :organization
          and t.key = type.key
      on conflict do nothing
      """;

  private void replace(OrganizationId organization, List<String> resources, List<Row> rows) {
    var keys = resources.toArray(String[]::new);
    jdbc.sql(LOCK)
        .param("organization", organization.value())
        .param("resources", keys)
        .query(UUID.class)
        .list();
    jdbc.sql(DELETE).param("organization", organization.value()).param("resources", keys).update();
    for (var sql : List.of(INSERT, INSERT_TYPES)) {
      jdbc.sql(sql)
          .param("organization", organization.value())
          .param("entries", json.write(rows))
          .update();
    }
  }

  private static final String ADD =
      """
      insert into weekly_session (organization_id, id, resource_id, location_id, day_of_week, starts, ends,
          valid_from, valid_until, then_name)
      select r.organization_id, :id, r.id, :location, :day, :starts, :ends, :from, :until, :then
      from resource r
      where r.organization_id = :organization
          and r.id = :resource
          and not exists (
              select 1
              from weekly_session s
              where s.organization_id = r.organization_id
                  and s.resource_id = r.id
                  and s.day_of_week = :day
                  and s.starts < :ends
                  and s.ends > :starts
                  and s.valid_from <= :until
                  and s.valid_until >= :from
          )
      on conflict do nothing
      """;

  private static final String ADD_TYPES =
      """
      insert into weekly_session_type (organization_id, weekly_session_id, appointment_type_id)
      select :organization, :id, type_id
      from unnest(cast(:types as uuid[])) as type (type_id)
      on conflict do nothing
      """;

  /** False when it would overlap a session of the same resource. */
  boolean add(OrganizationId organization, WeeklySession session) {
    var id = Ids.next();
    lock(organization, session.resource());
    var added =
        jdbc.sql(ADD)
            .param("organization", organization.value())
            .param("id", id)
            .param("resource", session.resource().value())
            .param("location", session.location().value())
            .param("day", session.day().getValue())
            .param("starts", session.starts())
            .param("ends", session.ends())
            .param("from", session.validFrom())
            .param("until", session.validUntil())
            .param("then", session.thenName())
            .update();
    if (added > 0 && !session.types().isEmpty()) {
      jdbc.sql(ADD_TYPES)
          .param("organization", organization.value())
          .param("id", id)
          .param(
              "types", session.types().stream().map(AppointmentTypeId::value).toArray(UUID[]::new))
          .update();
    }
    return added > 0;
  }

  private static final String LOCK_ONE =
      """
      select id
      from resource
      where organization_id = :organization
          and id = :resource
      for update
      """;

  // Two who open the same hour wait in line, so that the second sees the first.
  private void lock(OrganizationId organization, ResourceId resource) {
    jdbc.sql(LOCK_ONE)
        .param("organization", organization.value())
        .param("resource", resource.value())
        .query(UUID.class)
        .list();
  }
}
