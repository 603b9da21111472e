package dev.liaison.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every table: the rules under which one database becomes many. */
class CatalogueTest {
  private static final String POLICY =
      "(organization_id = (NULLIF(current_setting('liaison.organization'::text, true), ''::text))::uuid)";
  private static final int LONGEST_NAME = 49;

  private final JdbcClient jdbc = TestDatabase.get().jdbc();

  @Test
  void every_exception_is_a_table_that_exists() {
    var tables = Set.copyOf(tables());

    assertThat(tables).containsAll(Catalogue.NOT_OF_AN_ORGANIZATION.keySet());
    assertThat(tables).containsAll(Catalogue.WITHOUT_POLICY.keySet());
  }

  @Test
  void every_table_says_what_it_is_for() {
    var silent =
        names(
            """
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
                and c.relkind in ('r', 'p')
                and obj_description(c.oid, 'pg_class') is null
            """);

    assertThat(silent).filteredOn(table -> !table.equals("flyway_schema_history")).isEmpty();
  }

  @Test
  void every_key_begins_with_the_organization() {
    var keys =
        rows(
            """
            select c.relname, i.relname, coalesce(a.attname, '(expression)')
            from pg_index x
            join pg_class c on c.oid = x.indrelid
            join pg_class i on i.oid = x.indexrelid
            left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
            where c.relnamespace = 'public'::regnamespace
                and (x.indisunique or x.indisexclusion)
            """);

    assertThat(keys)
        .filteredOn(key -> Catalogue.isOfAnOrganization(key.table()))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(key.first()).as(key.name()).isEqualTo("organization_id"));
  }

  @Test
  void every_table_has_a_primary_key() {
    var without =
        names(
            """
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
                and c.relkind in ('r', 'p')
                and not exists (
                    select 1
                    from pg_index x
                    where x.indrelid = c.oid
                        and x.indisprimary)
            """);

    assertThat(without).isEmpty();
  }

  @Test
  void every_reference_between_tables_of_an_organization_begins_with_it() {
    var references =
        rows(
            """
            select c.conrelid::regclass::text, c.conname, a.attname || ' -> ' || c.confrelid::regclass::text
                || '.' || f.attname
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
            where c.contype = 'f'
                and c.connamespace = 'public'::regnamespace
            """);

    assertThat(references)
        .filteredOn(reference -> Catalogue.isOfAnOrganization(reference.table()))
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(reference.first())
                .as(reference.name())
                .matches(
                    "organization_id -> (organization\\.id|\\w+\\.organization_id)"
                        + "|login_id -> login\\.id"));
  }

  @Test
  void every_reference_is_indexed() {
    var bare =
        names(
            """
            select c.conname
            from pg_constraint c
            where c.contype = 'f'
                and c.connamespace = 'public'::regnamespace
                and not exists (
                    select 1
                    from pg_index x
                    where x.indrelid = c.conrelid
                        and x.indpred is null
                        and (string_to_array(x.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
            """);

    assertThat(bare).isEmpty();
  }

  @Test
  void every_wall_stands_in_the_same_words() {
    var policies =
        rows(
            """
            select p.tablename::text, p.policyname::text,
                p.permissive || ' ' || p.cmd || ' to ' || array_to_string(p.roles, ',')
                    || ' using ' || p.qual || coalesce(' check ' || p.with_check, '')
            from pg_policies p
            where p.schemaname = 'public'
            """);

    assertThat(policies)
        .allSatisfy(policy ->
            assertThat(policy.first())
                .as("%s on %s", policy.name(), policy.table())
                .isIn(
                    "PERMISSIVE ALL to public using " + POLICY,
                    "PERMISSIVE SELECT to liaison_reader using true"));
    var walled =
        policies.stream()
            .filter(policy -> policy.first().endsWith(POLICY))
            .map(Row::table)
            .collect(Collectors.toSet());
    assertThat(tables())
        .allSatisfy(table ->
            assertThat(walled.contains(table)).as(table).isEqualTo(Catalogue.isWalled(table)));
  }

  @Test
  void no_role_of_ours_climbs_over_a_wall() {
    var open =
        names(
            """
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
                and c.relkind in ('r', 'p')
                and not (c.relrowsecurity and c.relforcerowsecurity)
            """);
    var climbers =
        names(
            """
            select rolname
            from pg_roles
            where rolname like 'liaison%'
                and (rolsuper or rolbypassrls)
            """);

    assertThat(open).filteredOn(Catalogue::isWalled).isEmpty();
    assertThat(climbers).isEmpty();
  }

  @Test
  void names_leave_room_for_a_shards_number() {
    var long_names =
        names(
                """
                select conname from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
                union
                select relname from pg_class where relnamespace = 'public'::regnamespace
                """)
            .stream()
            .filter(name -> name.length() > LONGEST_NAME)
            .toList();

    assertThat(long_names).isEmpty();
  }

  @Test
  void nothing_happens_behind_the_statements_back() {
    var triggers = names("select tgname from pg_trigger where not tgisinternal");
    var rules =
        names(
            """
            select r.rulename
            from pg_rewrite r
            join pg_class c on c.oid = r.ev_class
            where c.relnamespace = 'public'::regnamespace
                and c.relkind in ('r', 'p')
            """);

    assertThat(triggers).isEmpty();
    assertThat(rules).isEmpty();
  }

  @Test
  void functions_that_look_past_the_wall_are_few_and_belong_to_the_reader() {
    var functions =
        rows(
            """
            select p.proname, r.rolname, array_to_string(p.proconfig, ',')
            from pg_proc p
            join pg_roles r on r.oid = p.proowner
            where p.pronamespace = 'public'::regnamespace
                and p.prosecdef
            """);

    assertThat(functions)
        .containsExactlyInAnyOrder(
            new Row("memberships_of", "liaison_reader", "search_path=pg_catalog, public, pg_temp"),
            new Row(
                "organizations_to_seal",
                "liaison_reader",
                "search_path=pg_catalog, public, pg_temp"));
  }

  private List<String> tables() {
    return names(
        """
        select relname
        from pg_class
        where relnamespace = 'public'::regnamespace
            and relkind in ('r', 'p')
        """);
  }

  private List<String> names(String query) {
    return List.copyOf(jdbc.sql(query).query(String.class).list());
  }

  private List<Row> rows(String query) {
    return List.copyOf(
        jdbc.sql(query)
            .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
            .list());
  }

  private record Row(String table, String name, String first) {}
}
