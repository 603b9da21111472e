package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.Liaison;
import dev.liaison.identity.Identity;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.Options;
import dev.liaison.platform.tenancy.Actor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

class WorkCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void shareThePrograms() throws Exception {
    var programs = Files.createDirectories(Path.of("target", "pg-programs").toAbsolutePath());
    Files.createSymbolicLink(folder.resolve("pg"), programs);
  }

  @Test
  void an_import_makes_its_organization_once_and_leaves_a_running_database_running()
      throws Exception {
    var file = Files.writeString(folder.resolve("data.txt"), "one");
    try (var desk = EmbeddedPostgres.start(LiaisonHome.at(folder), Options.forTests())) {

      assertThat(run(file.toString(), "--organization", "Elm Clinic", "--json")).isEqualTo(1);

      var answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
      assertThat(answer.get("imported").asInt()).isEqualTo(2);
      assertThat(answer.get("parked").asInt()).isEqualTo(1);
      assertThat(EmbeddedPostgres.runningPort(desk.home())).contains(desk.port());

      out.reset();
      assertThat(run(file.toString())).as("the one organization needs no name").isEqualTo(1);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("organizations 1")
          .endsWith("imported 2, unchanged 0, parked 1\n");
    }
  }

  @Test
  void a_path_that_is_not_there_is_wrong_use() {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file or folder");
  }

  private int run(String... arguments) {
    var surroundings =
        new Surroundings(
            Liaison.class,
            Map.of("LIAISON_HOME", folder.toString()),
            new PrintStream(out),
            new PrintStream(err));
    return CommandLineTool.configured(
            new CommandLine(new CountedImport(surroundings)), surroundings)
        .execute(arguments);
  }

  /** An import that counts what it finds around it. */
  @Command(name = "counted")
  private static final class CountedImport extends ImportWork {
    CountedImport(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    ImportReport load(ApplicationContext context, Actor actor, List<Path> paths, Report report) {
      assertThat(context.getBeansOfType(ApplicationRunner.class)).isEmpty();
      try (var progress = report.progress("counting", paths.size())) {
        progress.step(paths.size());
      }
      var organizations = context.getBean(Identity.class).listOrganizations().size();
      return new ImportReport(2, 0, 1, List.of("organizations " + organizations), null);
    }
  }
}
