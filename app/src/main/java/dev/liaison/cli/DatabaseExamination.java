package dev.liaison.cli;

import dev.liaison.platform.database.LiaisonDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Asks a running database how it is. */
final class DatabaseExamination {
  private DatabaseExamination() {}

  static List<Finding> of(LiaisonDatabase database) {
    try (var connection = database.owner().connect()) {
      var size = ask(connection, "select pg_size_pretty(pg_database_size(current_database()))");
      var version = ask(connection, "show server_version");
      return List.of(
          Finding.well(
              "Database",
              "%s, version %s, %s, running".formatted(database.description(), version, size)),
          schema(connection));
    } catch (SQLException | IOException e) {
      return List.of(
          Finding.wrong("Database", database.description(), "does not answer: " + e.getMessage()));
    }
  }

  private static Finding schema(Connection connection) throws SQLException, IOException {
    var none = "to_regclass('flyway_schema_history') is null";
    if (ask(connection, "select " + none).equals("t")) {
      return Finding.well("Schema", "empty; the next start makes it");
    }
    var applied =
        askAll(
            connection,
            "select version from flyway_schema_history where success and version is not null");
    var failed = askAll(connection, "select script from flyway_schema_history where not success");
    var latest = applied.isEmpty() ? "none" : new TreeSet<>(applied).last();
    if (!failed.isEmpty()) {
      return Finding.wrong(
          "Schema",
          "version " + latest,
          "a migration stopped halfway (%s); please report it".formatted(failed.getFirst()));
    }
    var pending = new TreeSet<>(shipped());
    pending.removeAll(applied);
    var unknown = new TreeSet<>(applied);
    unknown.removeAll(shipped());
    if (!unknown.isEmpty()) {
      return Finding.wrong(
          "Schema",
          "version " + latest,
          "it is newer than this Liaison, which knows nothing of %s; start the newer one"
              .formatted(unknown.first()));
    }
    return Finding.well(
        "Schema",
        "version %s%s"
            .formatted(
                latest,
                pending.isEmpty()
                    ? ", up to date"
                    : ", the next start adds %d migrations".formatted(pending.size())));
  }

  private static List<String> shipped() throws IOException {
    var versions = new ArrayList<String>();
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
      var name = String.valueOf(file.getFilename());
      versions.add(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }
    return versions;
  }

  private static String ask(Connection connection, String question) throws SQLException {
    return askAll(connection, question).getFirst();
  }

  private static List<String> askAll(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var answers = new ArrayList<String>();
      while (rows.next()) {
        answers.add(String.valueOf(rows.getString(1)));
      }
      return answers;
    }
  }
}
