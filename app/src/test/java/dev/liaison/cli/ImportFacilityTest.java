package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.Liaison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFacilityTest {
  private static final Path DEMO = Path.of("src", "main", "resources", "demo", "facility.yaml");

  @TempDir Path folder;

  @Test
  void a_facility_file_is_loaded_once_and_a_faulty_one_not_at_all() throws IOException {
    var faulty = folder.resolve("faulty.yaml");
    Files.writeString(faulty, Files.readString(DEMO).replace("1000000012", "1000000013"));

    var first = run("import", "facility", DEMO.toString());
    var again = run("import", "facility", DEMO.toString(), "--json");
    var wrong = run("import", "facility", faulty.toString());
    var aFolder = run("import", "facility", folder.toString());

    assertThat(first.out())
        .isEqualTo("new organization: Juniper Flats\nimported 67, unchanged 0, parked 0\n");
    assertThat(first.status()).isZero();
    assertThat(again.out()).contains("\"imported\":0", "\"unchanged\":67");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.out())
        .contains(
            "faulty.yaml: line 28, practitioners[okafor].npi: 1000000013 fails its check digit")
        .endsWith("imported 0, unchanged 0, parked 67\n");
    assertThat(aFolder.status()).isEqualTo(2);
    assertThat(aFolder.err()).contains("is a folder; name the facility file itself.");
  }

  private record Said(int status, String out, String err) {}

  private Said run(String... line) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment = Map.of("LIAISON_HOME", folder.resolve("home").toString());
    var surroundings =
        new Surroundings(Liaison.class, environment, new PrintStream(out), new PrintStream(err));
    var status = CommandLineTool.run(surroundings, line);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
