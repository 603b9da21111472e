package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.Liaison;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.Options;
import dev.liaison.platform.tenancy.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

class ImportFhirTest {
  private static final Path BUNDLES = Path.of("src/test/resources/fhir/bundles");

  @TempDir Path folder;
  private EmbeddedPostgres server;

  @BeforeEach
  void start() throws IOException {
    var home = Files.createDirectories(folder.resolve("home"));
    var programs = Files.createDirectories(Path.of("target", "pg-programs").toAbsolutePath());
    Files.createSymbolicLink(home.resolve("pg"), programs);
    server = EmbeddedPostgres.start(LiaisonHome.at(home), Options.forTests());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_database_that_goes_away_ends_the_import_with_a_plain_sentence() throws IOException {
    var file = Files.writeString(folder.resolve("a.json"), patient("luz"));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var around = around(out, err);

    var status =
        CommandLineTool.configured(
                new CommandLine(new ImportWithoutEnd(around, server::close)), around)
            .execute(file.toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith(
            "The database went away or has no room left, so the work stopped in the middle.")
        .contains("start the same command again")
        .hasLineCount(1);
  }

  /** The server is gone between the look at the paths and the first row. */
  @Command(name = "without-end")
  private static final class ImportWithoutEnd extends ImportWork {
    private final Runnable before;

    ImportWithoutEnd(Surroundings surroundings, Runnable before) {
      super(surroundings);
      this.before = before;
    }

    @Override
    ImportReport load(ApplicationContext context, Actor actor, List<Path> paths, Report report) {
      before.run();
      return new ImportFhirCommand(
              new Surroundings(Liaison.class, Map.of(), System.out, System.err))
          .load(context, actor, paths, report);
    }
  }

  // Of 12 whole bundles: 12 patients and their 48 visits. Of the broken ones beside them 2 lines
  // can be read; nothing else.
  @Test
  void a_folder_with_broken_bundles_comes_in_but_for_those_and_the_second_time_changes_nothing() {
    var first = run("import", "fhir", BUNDLES.toString(), "--organization", "Elm Clinic");
    var again = run("import", "fhir", BUNDLES.toString(), "--json");
    var good = run("import", "fhir", bundle().toString());
    var parked = run("import", "fhir", "--parked");
    var forMachines = run("import", "fhir", "--parked", "--json");

    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out())
        .startsWith("new organization: Elm Clinic\n")
        .contains("left out 1 of other kinds", "truncated.json: It ends in the middle")
        .contains("parked ones and their reasons: liaison import fhir --parked\n")
        .endsWith("imported 62, unchanged 0, parked 10\n");
    assertThat(again.status()).isEqualTo(1);
    var answer = JsonMapper.shared().readTree(again.out());
    assertThat(answer.get("imported").asInt()).isZero();
    assertThat(answer.get("unchanged").asInt()).isEqualTo(62);
    assertThat(answer.get("parked").asInt()).isEqualTo(10);
    assertThat(good.status()).isZero();
    assertThat(good.out()).contains("imported 0, ").endsWith("parked 0\n");
    assertThat(parked.status()).isZero();
    assertThat(parked.out())
        .contains("second-line-broken.ndjson, line 2: ")
        .hasLineCount(11)
        .endsWith("parked 10\n");
    assertThat(JsonMapper.shared().readTree(forMachines.out()).get("entries")).hasSize(10);
  }

  private static Path bundle() {
    try (var files = Files.list(BUNDLES)) {
      return files
          .filter(file -> file.toString().matches(".*\\.json(\\.gz)?"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void to_list_what_is_parked_makes_no_organization() {
    var said = run("import", "fhir", "--parked");
    var forMachines = run("import", "fhir", "--parked", "--json");
    var named = run("import", "fhir", "--parked", "--organization", "Elm Clinic");

    assertThat(said.status()).isZero();
    assertThat(said.out()).isEqualTo("Nothing was imported yet.\n");
    assertThat(forMachines.out()).isEqualTo("{\"parked\":0,\"entries\":[]}\n");
    assertThat(named.out()).isEqualTo("Nothing was imported yet.\n");
    assertThat(run("import", "fhir", bundle().toString()).out())
        .startsWith("new organization: My facility\n");
  }

  @Test
  void a_source_without_a_name_is_wrong_use() {
    var said = run("import", "fhir", bundle().toString(), "--source", " ");

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).contains("The name of a source has 1 to 500 characters.");
  }

  private static String patient(String id) {
    return "{\"resourceType\":\"Patient\",\"id\":\"%s\",\"name\":[{\"family\":\"García\"}]}"
        .formatted(id);
  }

  private Surroundings around(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    var environment = Map.of("LIAISON_HOME", folder.resolve("home").toString());
    return new Surroundings(Liaison.class, environment, new PrintStream(out), new PrintStream(err));
  }

  private record Said(int status, String out, String err) {}

  private Said run(String... line) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var status = CommandLineTool.run(around(out, err), line);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
