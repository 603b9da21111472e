package dev.liaison.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that a data folder's {@code postmaster.pid} speaks of.
 *
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

  /** The server that runs on this folder, or nothing where none does. */
  static Optional<Postmaster> of(Path data) {
    return read(data).filter(found -> found.isAlive(data));
  }

  /**
   * Removes a pid file whose number now belongs to nobody or to another program, as happens after a
   * reboot and in containers: the server would refuse to start for its sake.
   */
  static void removeStale(Path data) {
    if (of(data).isEmpty()) {
      try {
        Files.deleteIfExists(file(data));
      } catch (IOException e) {
        throw Disk.cannotWrite(file(data), e);
      }
    }
  }

  private boolean isAlive(Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process).contains("/bin/postgres"))
        .filter(process -> commandLine(process).contains(data.toString()))
        .filter(process -> isOfOwner(process, data))
        .isPresent();
  }

  // Anybody may run a program under any name and arguments, but only as themselves.
  private static boolean isOfOwner(ProcessHandle process, Path data) {
    try {
      var known = Path.of("/proc", Long.toString(process.pid()));
      if (Files.exists(known)) {
        return Files.getAttribute(known, "unix:uid").equals(Files.getAttribute(data, "unix:uid"));
      }
      var owner = Files.getOwner(data).getName();
      return process.info().user().map(owner::equals).orElse(true);
    } catch (IOException | UnsupportedOperationException _) {
      // A system that does not tell; a process that is gone by now is asked for again.
      return true;
    }
  }

  // The link to the program of another user's process is closed to us in a container; its arguments
  // are open to all.
  private static String commandLine(ProcessHandle process) {
    try {
      return new String(
              Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline")),
              StandardCharsets.UTF_8)
          .replace('\0', ' ');
    } catch (IOException _) {
      return process.info().commandLine().or(() -> process.info().command()).orElse("");
    }
  }

  private static Optional<Postmaster> read(Path data) {
    try {
      var lines = Files.readAllLines(file(data));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(3).strip()),
              lines.size() > 7 && lines.get(7).strip().equals("ready")));
    } catch (NoSuchFileException | NumberFormatException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }
}
