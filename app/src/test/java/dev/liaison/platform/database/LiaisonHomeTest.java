package dev.liaison.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiaisonHomeTest {

  @Test
  void the_environment_names_the_home() {
    assertThat(LiaisonHome.of(Map.of("LIAISON_HOME", "/srv/liaison")).folder())
        .isEqualTo(Path.of("/srv/liaison"));
    assertThat(LiaisonHome.of(Map.of()).folder())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".liaison"));
  }

  @Test
  void the_demo_has_its_own_home_inside_and_shares_the_programs() {
    var demo = LiaisonHome.at(Path.of("/srv/liaison")).demo();

    assertThat(demo.folder()).isEqualTo(Path.of("/srv/liaison/demo"));
    assertThat(demo.binaries()).isEqualTo(Path.of("/srv/liaison/pg"));
  }

  @Test
  void a_folder_that_cannot_be_made_is_said_in_one_sentence(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(
            () -> EmbeddedPostgres.start(LiaisonHome.at(file.resolve("home")), Options.forTests()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be made")
        .hasMessageContaining("LIAISON_HOME");
  }

  @Test
  void a_disk_without_room_is_said_in_one_sentence_and_loses_nothing(@TempDir Path folder)
      throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "mounting a small disk needs root");
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", folder.toString()) == 0,
        "mounting is refused here");
    try {
      var home = Homes.in(folder);
      EmbeddedPostgres.start(home, Options.forTests()).close();
      fill(folder.resolve("ballast"), folder);

      assertThatThrownBy(() -> EmbeddedPostgres.start(home, Options.forTests()))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith("No space");
      assertThatThrownBy(
              () -> EmbeddedPostgres.start(Homes.in(folder.resolve("new")), Options.forTests()))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith("No space");

      Files.delete(folder.resolve("ballast"));
      EmbeddedPostgres.start(home, Options.forTests()).close();
    } finally {
      run("umount", folder.toString());
    }
  }

  private static void fill(Path file, Path disk) throws Exception {
    var block = new byte[1024 * 1024];
    try (var ballast = new RandomAccessFile(file.toFile(), "rw")) {
      while (Files.getFileStore(disk).getUsableSpace() > 4L * block.length) {
        ballast.write(block);
      }
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
