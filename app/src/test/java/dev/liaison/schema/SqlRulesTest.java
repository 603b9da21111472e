package dev.liaison.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every statement in the source, whoever wrote it. */
class SqlRulesTest {
  private static final Pattern TEXT_BLOCK =
      Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern VERB =
      Pattern.compile("^\\(?\\s*(select|insert|update|delete|with|merge|copy|truncate)\\b");
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:from|join|into|update|using)\\s+(?:only\\s+)?([a-z_]+)\\b");
  private static final Pattern JOIN = Pattern.compile("\\bjoin\\s+");
  private static final Pattern END_OF_JOIN =
      Pattern.compile("\\b(where|join|group by|order by|union|limit|returning|set)\\b");

  private static List<Statement> statements = List.of();
  private static Set<String> walled = Set.of();

  /** One statement of the source. */
  record Statement(String where, String sql) {
    boolean begins(String verb) {
      return sql.startsWith(verb);
    }

    boolean has(String pattern) {
      return Pattern.compile(pattern, Pattern.DOTALL).matcher(sql).find();
    }

    Set<String> tables() {
      return NAMED.matcher(sql).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return where + ":\n" + sql;
    }
  }

  @BeforeAll
  static void readTheSource() throws IOException {
    walled =
        TestDatabase.get()
            .jdbc()
            .sql(
                """
                select relname
                from pg_class
                where relnamespace = 'public'::regnamespace
                    and relkind in ('r', 'p')
                """)
            .query(String.class)
            .stream()
            .map(String::valueOf)
            .filter(Catalogue::isOfAnOrganization)
            .collect(Collectors.toSet());
    try (var files = Files.walk(Path.of("src/main/java"))) {
      statements =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> statementsOf(file).stream())
              .toList();
    }
  }

  @Test
  void there_are_statements_to_look_at() {
    assertThat(statements).hasSizeGreaterThan(50);
  }

  @Test
  void every_statement_on_an_organizations_table_names_the_organization() {
    assertThat(faults(this::isWithoutOrganization)).isEmpty();
  }

  @Test
  void every_join_of_an_organizations_table_names_the_organization() {
    assertThat(faults(this::joinsWithoutOrganization)).isEmpty();
  }

  @Test
  void nothing_is_copied_or_merged() {
    assertThat(faults(each -> each.begins("copy") || each.begins("merge"))).isEmpty();
  }

  @Test
  void an_insert_from_a_query_says_what_becomes_of_a_conflict_or_returns_what_it_did() {
    assertThat(
            faults(each ->
                each.has("\\binsert into \\w+\\s*\\([^)]*\\)\\s*(select|\\(select|with)\\b")
                    && !each.has("\\bon conflict\\b")
                    && !each.has("\\breturning\\b")))
        .isEmpty();
  }

  @Test
  void rows_are_not_chosen_by_pairs_from_a_query_where_they_are_changed() {
    assertThat(
            faults(each ->
                each.has("\\b(update|delete from) \\w+")
                    && each.has("\\([\\w.]+\\s*,[\\w., ]+\\)\\s*(not )?in\\s*\\(\\s*select")))
        .isEmpty();
  }

  @Test
  void no_values_are_asked_for_inside_of_values() {
    assertThat(faults(each -> each.has("\\bvalues\\s*\\([^;]*\\(\\s*select\\b"))).isEmpty();
  }

  @Test
  void nothing_volatile_is_set_by_an_update() {
    assertThat(
            faults(each ->
                each.has("\\bupdate\\b[^;]*\\bset\\b")
                    && each.has(
                        "\\b(clock_timestamp|uuidv7|uuidv4|gen_random_uuid|random|nextval|timeofday)\\s*\\(")))
        .isEmpty();
  }

  @Test
  void nobody_but_act_as_names_the_organization() throws IOException {
    var naming = new ArrayList<String>();
    for (var folder : List.of("src/main/java", "src/main/resources/db/migration")) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          if (text(file).matches("(?s).*\\bset_config\\s*\\(.*")) {
            naming.add(file.toString());
          }
        }
      }
    }

    assertThat(naming).isEmpty();
  }

  private boolean isWithoutOrganization(Statement each) {
    if (each.tables().stream().noneMatch(walled::contains)) {
      return false;
    }
    return each.begins("insert")
        ? !each.has("\\binsert into \\w+\\s*\\(\\s*organization_id\\b")
        : !each.has("organization_id = :organization\\b");
  }

  private boolean joinsWithoutOrganization(Statement each) {
    var parts = JOIN.split(each.sql());
    for (var i = 1; i < parts.length; i++) {
      var table = parts[i].split("\\W", 2)[0];
      var condition = END_OF_JOIN.split(parts[i], 2)[0];
      if (walled.contains(table) && !condition.contains("organization_id")) {
        return true;
      }
    }
    return false;
  }

  private static List<Statement> faults(Predicate<Statement> rule) {
    return statements.stream().filter(rule).toList();
  }

  private static List<Statement> statementsOf(Path file) {
    return TEXT_BLOCK
        .matcher(text(file))
        .results()
        .map(match -> plain(match.group(1)))
        .filter(sql -> VERB.matcher(sql).find())
        .map(sql -> new Statement(String.valueOf(file.getFileName()), sql))
        .toList();
  }

  /** Without comments, quoted words and runs of blanks. */
  private static String plain(String sql) {
    return sql.replaceAll("--[^\\n]*", "")
        .replaceAll("'[^']*'", "''")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
