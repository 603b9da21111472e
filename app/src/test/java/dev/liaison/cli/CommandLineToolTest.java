package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.Liaison;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CommandLineToolTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "start --help",
        "demo --help",
        "import --help",
        "import facility --help",
        "doctor --help",
        "doctor -h",
      })
  void every_command_answers_help(String line) {
    var said = run(Map.of(), line.split(" "));

    assertThat(said.status()).isZero();
    assertThat(said.out()).contains("Usage: liaison");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "strat", "doctor --jsn", "import", "import nonsense", "demo extra"})
  void wrong_use_ends_2_and_shows_the_right_use(String line) {
    var said = run(Map.of(), line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("Usage: liaison");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_port_in_use_is_said_in_one_sentence() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = Integer.toString(taken.getLocalPort());

      var said = run(Map.of("LIAISON_PORT", port), "demo");

      assertThat(said.status()).isEqualTo(1);
      assertThat(said.err())
          .startsWith("Port " + port + " on 127.0.0.1 is in use by another program.")
          .contains("LIAISON_PORT=")
          .doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "-1", "65536", "80 80"})
  void a_port_that_is_none_is_wrong_use(String port) {
    var said = run(Map.of("LIAISON_PORT", port), "start");

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("LIAISON_PORT").doesNotContain("Exception");
  }

  @Test
  void patients_data_never_leaves_this_machine_unencrypted() {
    var said = run(Map.of("LIAISON_BIND", "0.0.0.0"), "start");

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("without encryption").contains("LIAISON_BEHIND_PROXY");
    assertThat(
            DeskAddress.of(Map.of("LIAISON_BIND", "0.0.0.0", "LIAISON_BEHIND_PROXY", "true"), false)
                .isBehindProxy())
        .isTrue();
    assertThat(DeskAddress.of(Map.of("LIAISON_BIND", "0.0.0.0"), true).bind())
        .as("the demo stays here whatever the setting says")
        .isEqualTo("127.0.0.1");
  }

  @Test
  void a_folder_in_use_by_a_second_start_is_said_in_one_sentence() {
    try (var running = EmbeddedPostgres.start(home(), Options.forTests())) {
      RunningDesk.write(running.home(), "http://localhost:8090");

      var said = run(Map.of(), "start");

      assertThat(said.status()).isEqualTo(1);
      assertThat(said.err())
          .contains("is in use: another Liaison runs with it and serves http://localhost:8090")
          .doesNotContain("Exception");
    }
  }

  @Test
  void the_doctor_finds_nothing_wrong_with_a_machine_that_never_ran_it() {
    var said = run(Map.of("LIAISON_PORT", "0"), "doctor");

    assertThat(said.status()).isZero();
    assertThat(said.out())
        .contains("Java", "Data folder", "not made yet", "the first start makes it")
        .endsWith("Nothing is wrong.\n");
  }

  @Test
  void the_doctor_says_what_is_wrong_and_how_to_mend_it() throws Exception {
    EmbeddedPostgres.start(home(), Options.forTests()).close();
    var keys = home().keys().resolve("database.properties");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

    var said = run(Map.of("LIAISON_PORT", "0"), "doctor", "--json");

    assertThat(said.status()).isEqualTo(1);
    var answer = JsonMapper.shared().readTree(said.out());
    assertThat(answer.get("Database").asString()).isEqualTo("inside Liaison, stopped");
    assertThat(answer.get("problems").get(0).asString())
        .contains("others may read database.properties; run: chmod 600");
  }

  @Test
  void the_address_of_the_database_is_printed_while_it_runs_and_holds_no_password() {
    try (var running = EmbeddedPostgres.start(home(), Options.forTests())) {
      var said = run(Map.of(), "doctor", "--database-url");

      assertThat(said.status()).isZero();
      assertThat(said.out())
          .startsWith(
              "postgresql://liaison_owner@127.0.0.1:" + running.port() + "/liaison?passfile=")
          .doesNotContain(running.owner().password())
          .hasLineCount(1);
    }
    assertThat(run(Map.of(), "doctor", "--database-url").status()).isEqualTo(1);
  }

  private LiaisonHome home() {
    return new LiaisonHome(folder.resolve("home"), Path.of("target", "pg-programs"));
  }

  /** What a command said and how it ended. */
  private record Said(int status, String out, String err) {}

  private Said run(Map<String, String> environment, String... arguments) {
    var here = new HashMap<>(environment);
    here.put("LIAISON_HOME", home().folder().toString());
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var status =
        CommandLineTool.run(
            new Surroundings(Liaison.class, here, new PrintStream(out), new PrintStream(err)),
            arguments);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
