package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.LocationEntry;
import dev.liaison.facility.FacilityFile.ResourceEntry;
import dev.liaison.facility.FacilityFile.TypeEntry;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.OrganizationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the entries of a facility file over the rows of the same keys. A statement a table, which
 * tells the keys that it added or changed; the entries travel as JSON.
 */
@Repository
class FacilityEntries {
  private final JdbcClient jdbc;
  private final EntryJson json;

  FacilityEntries(JdbcClient jdbc, EntryJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private static final String LOCATIONS =
      """
      insert into location (organization_id, id, key, name, zone, line, city, state, postal_code, phone, position)
      select :organization, id, key, name, zone, line, city, state, postal_code, phone, position
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (id uuid, key text, name text, zone text,
          line text, city text, state text, postal_code text, phone text, position int)
      on conflict on constraint location_key_once do update
      set name = excluded.name,
          zone = excluded.zone,
          line = excluded.line,
          city = excluded.city,
          state = excluded.state,
          postal_code = excluded.postal_code,
          phone = excluded.phone,
          position = excluded.position
      where (location.name, location.zone, location.line, location.city, location.state,
              location.postal_code, location.phone, location.position)
          is distinct from (excluded.name, excluded.zone, excluded.line, excluded.city, excluded.state,
              excluded.postal_code, excluded.phone, excluded.position)
      returning key
      """;

  record LocationRow(
      UUID id,
      String key,
      String name,
      String zone,
      @Nullable String line,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String phone,
      int position) {}

  /** How many locations were new or changed. */
  int locations(OrganizationId organization, List<LocationEntry> entries) {
    var rows = new ArrayList<LocationRow>();
    for (var e : entries) {
      rows.add(
          new LocationRow(
              Ids.next(),
              e.key(),
              e.name(),
              e.zone().getId(),
              e.line(),
              e.city(),
              e.state(),
              e.postalCode(),
              e.phone(),
              rows.size()));
    }
    return changed(LOCATIONS, organization, rows).size();
  }

  private static final String RESOURCES =
      """
      insert into resource (organization_id, id, key, category, kind, name, location_id, position)
      select :organization, entry.id, entry.key, entry.category, entry.kind, entry.name, l.id, entry.position
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (id uuid, key text, category text, kind text,
          name text, location text, position int)
      left join location l on l.organization_id = :organization
          and l.key = entry.location
      on conflict on constraint resource_key_once do update
      set kind = excluded.kind,
          name = excluded.name,
          location_id = excluded.location_id,
          position = excluded.position
      where (resource.kind, resource.name, resource.location_id, resource.position)
          is distinct from (excluded.kind, excluded.name, excluded.location_id, excluded.position)
      returning key
      """;

  // Two who swap their numbers would meet in the key that holds each once.
  private static final String FREE_NPIS =
      """
      update practitioner p
      set npi = null
      from resource r, jsonb_to_recordset(cast(:entries as jsonb)) as entry (key text, npi text)
      where p.organization_id = :organization
          and r.organization_id = p.organization_id
          and r.id = p.id
          and r.key = entry.key
          and p.npi is distinct from entry.npi
      """;

  private static final String PRACTITIONERS =
      """
      insert into practitioner (organization_id, id, npi, family, given, prefix, credential, specialty)
      select :organization, r.id, entry.npi, entry.family, entry.given, entry.prefix, entry.credential, entry.specialty
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (key text, npi text, family text, given text,
          prefix text, credential text, specialty text)
      join resource r on r.organization_id = :organization
          and r.key = entry.key
      on conflict on constraint practitioner_pk do update
      set npi = excluded.npi,
          family = excluded.family,
          given = excluded.given,
          prefix = excluded.prefix,
          credential = excluded.credential,
          specialty = excluded.specialty
      where (practitioner.npi, practitioner.family, practitioner.given, practitioner.prefix,
              practitioner.credential, practitioner.specialty)
          is distinct from (excluded.npi, excluded.family, excluded.given, excluded.prefix,
              excluded.credential, excluded.specialty)
      returning (
          select r.key
          from resource r
          where r.organization_id = practitioner.organization_id
              and r.id = practitioner.id
      )
      """;

  record ResourceRow(
      UUID id,
      String key,
      String category,
      String kind,
      String name,
      @Nullable String location,
      int position) {}

  record PractitionerRow(
      String key,
      @Nullable String npi,
      String family,
      String given,
      @Nullable String prefix,
      @Nullable String credential,
      @Nullable String specialty) {}

  /** How many practitioners, rooms and devices were new or changed. */
  int resources(OrganizationId organization, List<ResourceEntry> entries) {
    var rows = new ArrayList<ResourceRow>();
    var people = new ArrayList<PractitionerRow>();
    for (var e : entries) {
      var category = e.category().name().toLowerCase(Locale.ROOT);
      rows.add(
          new ResourceRow(
              Ids.next(), e.key(), category, e.kind(), e.name(), e.location(), rows.size()));
      var p = e.person();
      if (p != null) {
        people.add(
            new PractitionerRow(
                e.key(),
                p.npi(),
                p.family(),
                p.given(),
                p.prefix(),
                p.credential(),
                p.specialty()));
      }
    }
    var changed = changed(RESOURCES, organization, rows);
    update(FREE_NPIS, organization, people);
    changed.addAll(changed(PRACTITIONERS, organization, people));
    return changed.size();
  }

  private static final String FREE_CODES =
      """
      update appointment_type t
      set code = cast(t.id as text)
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (key text, code text)
      where t.organization_id = :organization
          and t.key = entry.key
          and t.code <> entry.code
      """;

  private static final String TYPES =
      """
      insert into appointment_type (organization_id, id, key, name, code, family, minutes, instructions, position)
      select :organization, id, key, name, code, family, minutes, instructions, position
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (id uuid, key text, name text, code text,
          family text, minutes int, instructions text, position int)
      on conflict on constraint appointment_type_key_once do update
      set name = excluded.name,
          code = excluded.code,
          family = excluded.family,
          minutes = excluded.minutes,
          instructions = excluded.instructions,
          position = excluded.position
      where (appointment_type.name, appointment_type.code, appointment_type.family, appointment_type.minutes,
              appointment_type.instructions, appointment_type.position)
          is distinct from (excluded.name, excluded.code, excluded.family, excluded.minutes,
              excluded.instructions, excluded.position)
      returning key
      """;

  private static final String NEEDS =
      """
      insert into appointment_type_need (organization_id, appointment_type_id, position, resource_kind,
          offset_minutes, busy_minutes)
      select :organization, t.id, entry.position, entry.kind, entry.offset_minutes, entry.busy_minutes
      from jsonb_to_recordset(cast(:entries as jsonb)) as entry (key text, position int, kind text,
          offset_minutes int, busy_minutes int)
      join appointment_type t on t.organization_id = :organization
          and t.key = entry.key
      on conflict on constraint appointment_type_need_pk do update
      set resource_kind = excluded.resource_kind,
          offset_minutes = excluded.offset_minutes,
          busy_minutes = excluded.busy_minutes
      where (appointment_type_need.resource_kind, appointment_type_need.offset_minutes,
              appointment_type_need.busy_minutes)
          is distinct from (excluded.resource_kind, excluded.offset_minutes, excluded.busy_minutes)
      returning (
          select t.key
          from appointment_type t
          where t.organization_id = appointment_type_need.organization_id
              and t.id = appointment_type_need.appointment_type_id
      )
      """;

  private static final String DROP_NEEDS =
      """
      delete from appointment_type_need n
      using appointment_type t, jsonb_to_recordset(cast(:entries as jsonb)) as entry (key text, needs int)
      where n.organization_id = :organization
          and t.organization_id = n.organization_id
          and t.id = n.appointment_type_id
          and t.key = entry.key
          and n.position >= entry.needs
      returning t.key
      """;

  record TypeRow(
      UUID id,
      String key,
      String name,
      String code,
      String family,
      int minutes,
      @Nullable String instructions,
      int position,
      int needs) {}

  record NeedRow(String key, int position, String kind, int offsetMinutes, int busyMinutes) {}

  /** How many appointment types were new or changed. */
  int types(OrganizationId organization, List<TypeEntry> entries) {
    var rows = new ArrayList<TypeRow>();
    var needs = new ArrayList<NeedRow>();
    for (var e : entries) {
      rows.add(
          new TypeRow(
              Ids.next(),
              e.key(),
              e.name(),
              e.code(),
              e.family(),
              e.minutes(),
              e.instructions(),
              rows.size(),
              e.needs().size()));
      for (var i = 0; i < e.needs().size(); i++) {
        var need = e.needs().get(i);
        needs.add(new NeedRow(e.key(), i, need.kind(), need.offsetMinutes(), need.busyMinutes()));
      }
    }
    update(FREE_CODES, organization, rows);
    var changed = changed(TYPES, organization, rows);
    changed.addAll(changed(DROP_NEEDS, organization, rows));
    changed.addAll(changed(NEEDS, organization, needs));
    return changed.size();
  }

  private Set<String> changed(String sql, OrganizationId organization, List<?> entries) {
    return new HashSet<>(
        jdbc.sql(sql)
            .param("organization", organization.value())
            .param("entries", json.write(entries))
            .query(String.class)
            .list());
  }

  private void update(String sql, OrganizationId organization, List<?> entries) {
    jdbc.sql(sql)
        .param("organization", organization.value())
        .param("entries", json.write(entries))
        .update();
  }
}
