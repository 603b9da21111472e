package dev.liaison.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalPostgresTest {
  @TempDir Path folder;

  @Test
  void a_url_may_be_written_as_libpq_or_jdbc_does() {
    var libpq =
        ExternalPostgres.parse(
            "postgresql://own%40er:p%3Aw+x@db.example:6432/desk?sslmode=require");
    var jdbc =
        ExternalPostgres.parse("jdbc:postgresql://localhost/desk?user=owner&password=secret");

    assertThat(libpq.owner().url())
        .isEqualTo("jdbc:postgresql://db.example:6432/desk?sslmode=require");
    assertThat(libpq.owner().user()).isEqualTo("own@er");
    assertThat(libpq.owner().password()).isEqualTo("p:w+x");
    assertThat(jdbc.owner())
        .isEqualTo(new DatabaseAccess("jdbc:postgresql://localhost:5432/desk", "owner", "secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://a:b@host/db", "postgresql://host/db", "postgresql://a:b@host", "p w"})
  void what_is_no_address_is_refused_without_repeating_it(String url) {
    assertThatThrownBy(() -> ExternalPostgres.parse(url))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("LIAISON_DB_URL is not of the form")
        .hasMessageNotContaining("a:b")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://a:b@db.example/desk",
        "postgresql://a:b@10.1.2.3/desk?sslrootcert=ca.pem",
        "postgresql://a:b@db.example/desk?sslmode=",
        "postgresql://a:b@localhost.example/desk"
      })
  void a_way_over_the_network_is_refused_until_its_protection_is_chosen(String url) {
    assertThatThrownBy(() -> ExternalPostgres.parse(url))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("add ?sslmode=verify-full, or ?sslmode=disable")
        .hasMessageNotContaining("a:b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://a:b@db.example/desk?sslmode=disable",
        "postgresql://a:b@localhost/desk",
        "postgresql://a:b@127.0.0.2/desk",
        "postgresql://a:b@[::1]:5432/desk"
      })
  void a_chosen_way_and_one_that_stays_on_this_machine_are_taken(String url) {
    assertThat(ExternalPostgres.parse(url).database()).isEqualTo("desk");
  }

  @Test
  void other_programs_are_told_the_options_that_they_understand() {
    var target =
        ExternalPostgres.parse(
            "postgresql://a:b@db.example/desk?sslmode=verify-full&sslrootcert=%2Fca.pem"
                + "&sslpassword=secret&socketTimeout=9");

    var url =
        LiaisonDatabase.libpqUrl(
            home(), target.owner(), target.host(), target.port(), "desk", target.options());

    assertThat(url)
        .startsWith("postgresql://a@db.example:5432/desk?passfile=")
        .endsWith("&sslmode=verify-full&sslrootcert=%2Fca.pem")
        .doesNotContain("secret", "socketTimeout");
  }

  @Test
  void an_owner_who_may_create_roles_needs_nothing_else() throws Exception {
    try (var server = EmbeddedPostgres.start(Homes.in(folder), Options.forTests())) {
      asFacilityServer(server, "createrole");

      try (var database = ExternalPostgres.open(home(), environment(server, Map.of()))) {
        execute(database.owner(), "create table note as select 'kept' as words");

        try (var app = database.app().connect();
            var row = app.createStatement().executeQuery("select words, current_user from note")) {
          row.next();
          assertThat(row.getString(2)).isEqualTo("liaison_app");
        }
        assertThat(database.description()).contains("PostgreSQL 18").contains("database desk");
      }
      try (var again = ExternalPostgres.open(home(), environment(server, Map.of()))) {
        assertThat(again.app().connect()).satisfies(connection -> connection.close());
      }
      assertThat(Files.getPosixFilePermissions(home().keys().resolve("external-app.password")))
          .hasSize(2);
    }
  }

  @Test
  void an_owner_who_may_not_is_told_what_an_administrator_runs() throws Exception {
    try (var server = EmbeddedPostgres.start(Homes.in(folder), Options.forTests())) {
      asFacilityServer(server, "nocreaterole");

      assertThatThrownBy(() -> ExternalPostgres.open(home(), environment(server, Map.of())))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("create role liaison_app login nosuperuser nobypassrls")
          .hasMessageContaining("LIAISON_DB_APP_PASSWORD");

      execute(server.superuser("desk"), "create role liaison_app login password 'by hand'");
      execute(server.superuser("desk"), "create role liaison_reader nologin");
      var given = environment(server, Map.of("LIAISON_DB_APP_PASSWORD", "by hand"));
      try (var database = ExternalPostgres.open(home(), given)) {
        assertThat(database.app().user()).isEqualTo("liaison_app");
      }
    }
  }

  @Test
  void a_role_that_passes_row_level_security_is_refused() throws Exception {
    try (var server = EmbeddedPostgres.start(Homes.in(folder), Options.forTests())) {
      asFacilityServer(server, "createrole");
      execute(
          server.superuser("desk"), "create role liaison_app login bypassrls password 'strong'");
      execute(server.superuser("desk"), "create role liaison_reader nologin");

      var given = environment(server, Map.of("LIAISON_DB_APP_PASSWORD", "strong"));
      assertThatThrownBy(() -> ExternalPostgres.open(home(), given))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("too strong");
    }
  }

  @Test
  void a_server_that_does_not_answer_is_said_in_one_sentence() {
    var environment = Map.of("LIAISON_DB_URL", "postgresql://owner:secret@127.0.0.1:1/desk");

    assertThatThrownBy(() -> ExternalPostgres.open(home(), environment))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("127.0.0.1:1 (LIAISON_DB_URL)")
        .hasMessageNotContaining("secret");
  }

  private LiaisonHome home() {
    return LiaisonHome.at(folder.resolve("outside"));
  }

  /** Dresses our own server as one that a facility runs: an owner of its own, no role of ours. */
  private static void asFacilityServer(EmbeddedPostgres server, String rights) throws SQLException {
    var postgres = server.superuser("postgres");
    execute(postgres, "drop database liaison");
    for (var role : new String[] {"liaison_app", "liaison_reader"}) {
      execute(postgres, "drop role " + role);
    }
    execute(postgres, "create role desk_owner login password 'facility' " + rights);
    execute(postgres, "create database desk owner desk_owner");
  }

  private static Map<String, String> environment(
      EmbeddedPostgres server, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put(
        "LIAISON_DB_URL", "postgresql://desk_owner:facility@127.0.0.1:" + server.port() + "/desk");
    return environment;
  }

  private static void execute(DatabaseAccess access, String sql) throws SQLException {
    try (var connection = access.connect()) {
      Roles.execute(connection, sql);
    }
  }
}
