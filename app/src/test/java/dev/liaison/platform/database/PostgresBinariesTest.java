package dev.liaison.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.platform.database.PostgresBinaries.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, /postgres-linux-x86_64.txz",
    "Linux, aarch64, /postgres-linux-arm_64.txz",
    "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, /postgres-darwin-arm_64.txz"
  })
  void each_system_has_its_archive(String system, String processor, String archive) {
    assertThat(new Machine(system, processor, false).archive()).isEqualTo(archive);
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64, false", "Linux, riscv64, false", "Linux, amd64, true"})
  void a_system_without_programs_is_told_to_bring_its_own_database(
      String system, String processor, boolean musl) {
    assertThatThrownBy(() -> new Machine(system, processor, musl).archive())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("LIAISON_DB_URL")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void java_unpacks_the_same_as_the_tar_of_the_system(@TempDir Path folder) throws Exception {
    var archive =
        Objects.requireNonNull(getClass().getResource(Machine.here().archive()), "archive");
    var byTar = PostgresBinaries.unpacked(Path.of("target", "pg-programs"), Machine.here());

    PostgresBinaries.unpackHere(archive, folder);

    Files.createFile(folder.resolve(".done"));
    assertThat(listing(folder)).isEqualTo(listing(byTar));
  }

  private static TreeMap<String, String> listing(Path folder) throws Exception {
    var listing = new TreeMap<String, String>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.filter(path -> !Files.isDirectory(path)).toList()) {
        listing.put(
            folder.relativize(path).toString(),
            Files.isSymbolicLink(path)
                ? "-> " + Files.readSymbolicLink(path)
                : Files.size(path) + (Files.isExecutable(path) ? " x" : ""));
      }
    }
    return listing;
  }
}
