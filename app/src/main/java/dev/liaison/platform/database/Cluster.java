package dev.liaison.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The database cluster of a home: made, started, taken over, stopped. */
final class Cluster {
  private static final long LOG_LIMIT = 10 * 1024 * 1024;

  private final LiaisonHome home;
  private final PostgresTools tools;

  Cluster(LiaisonHome home, PostgresTools tools) {
    this.home = home;
    this.tools = tools;
  }

  /** Makes the cluster beside its place and moves it there whole: a cut-short one is never used. */
  void initialise(Options options) {
    var draft = home.folder().resolve("data.new");
    PostgresBinaries.delete(draft);
    PrivateFiles.createFolder(draft);
    var password =
        PrivateFiles.write(
            home.folder().resolve("initdb.password"), Passwords.of(home).superuser() + "\n");
    try {
      tools.privileges().give(home, draft);
      tools.privileges().give(home, password);
      var arguments =
          new ArrayList<>(List.of("-D", draft.toString(), "-U", Roles.SUPERUSER, "-E", "UTF8"));
      // The same order of text on every system, whatever its own locales are.
      arguments.addAll(
          List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
      arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password));
      if (!options.durable()) {
        arguments.add("--no-sync");
      }
      var ended = tools.run("initdb", arguments);
      if (!ended.well()) {
        throw failed("initdb", ended.output());
      }
      Files.move(draft, home.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.cannotWrite(home.data(), e);
    } finally {
      delete(password);
    }
  }

  /** Takes over the server that runs, or starts one; answers its port. */
  int adoptOrStart(Options options) {
    var running = Postmaster.of(home.data());
    if (running.isPresent()) {
      return running.get().ready() ? running.get().port() : awaitReady();
    }
    Postmaster.removeStale(home.data());
    tools.privileges().give(home, home.data());
    var log = log();
    var port = freePort();
    var settings = new StringBuilder("-p " + port);
    options.settings().forEach(setting -> settings.append(" -c ").append(setting));
    var arguments = new ArrayList<>(List.of("-D", home.data().toString(), "-l", log.toString()));
    // A recovery after a crash may take minutes; the app waits for it rather than give up.
    arguments.addAll(List.of("-w", "-t", "600", "-o", settings.toString(), "start"));
    var ended = tools.run("pg_ctl", arguments);
    if (!ended.well()) {
      throw failed("PostgreSQL", ended.output() + "\n" + tail(log));
    }
    return port;
  }

  /** The port of a server that another process is starting. */
  int awaitReady() {
    for (var tries = 0; tries < 600; tries++) {
      var found = Postmaster.of(home.data());
      if (found.isPresent() && found.get().ready()) {
        return found.get().port();
      }
      pause();
    }
    throw new CannotStart(
        ("Another Liaison works with %s, but its database has not become ready within a minute. See"
                + " %s.")
            .formatted(home.folder(), home.logs().resolve("postgres.log")));
  }

  /** Stops the server; connections are cut, what was committed stays. */
  void stop() {
    if (Postmaster.of(home.data()).isPresent()) {
      tools.run(
          "pg_ctl", List.of("-D", home.data().toString(), "-m", "fast", "-w", "-t", "60", "stop"));
    }
  }

  private Path log() {
    PrivateFiles.createFolder(home.logs());
    var log = home.logs().resolve("postgres.log");
    try {
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
        Files.move(log, home.logs().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw Disk.cannotWrite(log, e);
    }
    tools.privileges().give(home, home.logs());
    return log;
  }

  private RuntimeException failed(String program, String output) {
    return Disk.isFull(output)
        ? Disk.full(home.folder())
        : new CannotStart(
            "%s could not start in %s:%n%s".formatted(program, home.folder(), output.strip()));
  }

  private static String tail(Path log) {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException _) {
      return "";
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart("No free port on 127.0.0.1 for the database.", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Disk.cannotWrite(file, e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the database", e);
    }
  }
}
