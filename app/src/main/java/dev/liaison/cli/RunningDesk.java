package dev.liaison.cli;

import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The address of the desk that serves from a home, left there for other commands. */
final class RunningDesk {
  private RunningDesk() {}

  static void write(LiaisonHome home, String url) {
    PrivateFiles.write(file(home), url + "\n");
  }

  static void remove(LiaisonHome home) {
    try {
      Files.deleteIfExists(file(home));
    } catch (IOException _) {
      // A left-over address is not believed without the lock.
    }
  }

  /** The address, as long as the process that wrote it holds the home. */
  static Optional<String> urlOf(LiaisonHome home) {
    if (!EmbeddedPostgres.isInUse(home)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file(home)).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Path file(LiaisonHome home) {
    return home.folder().resolve("address");
  }
}
