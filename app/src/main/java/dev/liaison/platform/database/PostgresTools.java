package dev.liaison.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs of PostgreSQL, as the user that fits. */
final class PostgresTools {
  private final LiaisonHome home;
  private final Path programs;
  private final Privileges privileges;

  PostgresTools(LiaisonHome home, Path programs, Privileges privileges) {
    this.home = home;
    this.programs = programs;
    this.privileges = privileges;
  }

  Privileges privileges() {
    return privileges;
  }

  /** What a program said and how it ended. */
  record Ended(int status, String output) {
    boolean well() {
      return status == 0;
    }
  }

  Ended run(String tool, List<String> arguments) {
    var command = new ArrayList<>(privileges.prefix(home));
    command.add(programs.resolve("bin").resolve(tool).toString());
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(new java.io.File("/"));
    // PGPORT, PGDATA and kin of the person who starts us are about another server.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      // To a file, not a pipe: the server would inherit a pipe and keep its reader waiting.
      var output = Files.createTempFile("liaison-" + tool, ".out");
      try {
        var process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(15, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new IllegalStateException(tool + " did not end within 15 minutes");
        }
        return new Ended(
            process.exitValue(), Files.readString(output, StandardCharsets.UTF_8).strip());
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw Disk.isFull(String.valueOf(e.getMessage()))
          ? Disk.full(Path.of(System.getProperty("java.io.tmpdir")))
          : new IllegalStateException("Cannot run " + String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + tool, e);
    }
  }
}
