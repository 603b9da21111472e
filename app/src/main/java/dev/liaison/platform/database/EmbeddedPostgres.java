package dev.liaison.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL server inside Liaison: its programs come in a jar, its data lies in the home, it
 * listens on the loopback address only, and every role needs its password.
 *
 * <p>A server that outlived its Liaison (kill -9) is taken over as it runs; after a crash of both,
 * the server recovers at the next start. While this object is open, its home is locked against a
 * second start.
 */
public final class EmbeddedPostgres implements LiaisonDatabase {
  private static final int MEGABYTES_AT_FIRST = 250;
  private static final int MEGABYTES_LATER = 50;
  private static final long LOG_LIMIT = 10 * 1024 * 1024;

  private final LiaisonHome home;
  private final Passwords passwords;
  private final PostgresTools tools;
  private final int port;
  private final Optional<HomeLock> lock;
  private final boolean stopsOnClose;

  private EmbeddedPostgres(
      LiaisonHome home,
      PostgresTools tools,
      int port,
      Optional<HomeLock> lock,
      boolean stopsOnClose) {
    this.home = home;
    this.passwords = Passwords.of(home);
    this.tools = tools;
    this.port = port;
    this.lock = lock;
    this.stopsOnClose = stopsOnClose;
  }

  /** {@link #start(LiaisonHome, Options)} in a home that has its own programs. */
  public static EmbeddedPostgres start(Path home, Options options) {
    return start(LiaisonHome.at(home), options);
  }

  /**
   * Makes this process the one that works with the home, and starts its server or takes over the
   * one that still runs.
   *
   * @throws CannotStart in one plain sentence, such as when another Liaison works with the home
   */
  public static EmbeddedPostgres start(LiaisonHome home, Options options) {
    return start(home, options, Optional.empty());
  }

  static EmbeddedPostgres start(
      LiaisonHome home, Options options, Optional<Privileges> privileges) {
    var machine = PostgresBinaries.Machine.here();
    machine.archive();
    return open(home, options, HomeLock.take(home), true, machine, privileges);
  }

  /**
   * For a command that works beside the desk or without it: uses the server that runs and leaves it
   * running, else starts one and stops it at the end.
   */
  public static EmbeddedPostgres join(LiaisonHome home, Options options) {
    var machine = PostgresBinaries.Machine.here();
    machine.archive();
    var lock = HomeLock.tryTake(home);
    if (lock.isPresent()) {
      var found = Postmaster.of(home.data()).isPresent();
      return open(home, options, lock.get(), !found, machine, Optional.empty());
    }
    var port = awaitReady(home);
    return new EmbeddedPostgres(
        home, toolsOf(home, machine, Optional.empty()), port, Optional.empty(), false);
  }

  /** The port of the server that runs in this home, asked without touching it. */
  public static Optional<Integer> runningPort(LiaisonHome home) {
    return Postmaster.of(home.data()).filter(Postmaster::ready).map(Postmaster::port);
  }

  /** Whether a Liaison works with this home now. */
  public static boolean isInUse(LiaisonHome home) {
    return HomeLock.isHeld(home);
  }

  private static EmbeddedPostgres open(
      LiaisonHome home,
      Options options,
      HomeLock lock,
      boolean stopsOnClose,
      PostgresBinaries.Machine machine,
      Optional<Privileges> privileges) {
    try {
      var first = !Files.exists(home.data());
      Disk.require(home.folder(), first ? MEGABYTES_AT_FIRST : MEGABYTES_LATER);
      var tools = toolsOf(home, machine, privileges);
      if (first) {
        initialise(home, tools, options);
      }
      var port = adoptOrStart(home, tools, options);
      var database = new EmbeddedPostgres(home, tools, port, Optional.of(lock), stopsOnClose);
      database.prepareRoles();
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static PostgresTools toolsOf(
      LiaisonHome home, PostgresBinaries.Machine machine, Optional<Privileges> privileges) {
    var programs = PostgresBinaries.unpacked(home.binaries(), machine);
    return new PostgresTools(
        home, programs, privileges.orElseGet(() -> Privileges.forServerIn(home)));
  }

  /** Makes the cluster beside its place and moves it there whole: a cut-short one is never used. */
  private static void initialise(LiaisonHome home, PostgresTools tools, Options options) {
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
          new ArrayList<>(
              List.of(
                  "-D",
                  draft.toString(),
                  "-U",
                  Roles.SUPERUSER,
                  "-E",
                  "UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--auth=scram-sha-256",
                  "--pwfile=" + password));
      if (!options.durable()) {
        arguments.add("--no-sync");
      }
      var ended = tools.run("initdb", arguments);
      if (!ended.well()) {
        throw failed("initdb", home, ended.output());
      }
      Files.move(draft, home.data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw Disk.cannotWrite(home.data(), e);
    } finally {
      delete(password);
    }
  }

  private static int adoptOrStart(LiaisonHome home, PostgresTools tools, Options options) {
    var running = Postmaster.of(home.data());
    if (running.isPresent()) {
      return running.get().ready() ? running.get().port() : awaitReady(home);
    }
    Postmaster.removeStale(home.data());
    tools.privileges().give(home, home.data());
    var log = log(home, tools);
    var port = freePort();
    var settings = new StringBuilder("-p " + port);
    options.settings().forEach(setting -> settings.append(" -c ").append(setting));
    var ended =
        tools.run(
            "pg_ctl",
            List.of(
                "-D",
                home.data().toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "600",
                "-o",
                settings.toString(),
                "start"));
    if (!ended.well()) {
      throw failed("PostgreSQL", home, ended.output() + "\n" + tail(log));
    }
    return port;
  }

  private static int awaitReady(LiaisonHome home) {
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

  private void prepareRoles() {
    var done = home.keys().resolve("roles.done");
    if (Files.exists(done)) {
      return;
    }
    try {
      Roles.prepare(superuser(Roles.SUPERUSER), superuser(Roles.DATABASE), passwords);
      PrivateFiles.write(done, "");
    } catch (SQLException e) {
      close();
      throw new CannotStart(
          "The database in %s does not let Liaison set up its roles: %s."
              .formatted(home.folder(), e.getMessage()),
          e);
    }
  }

  @Override
  public DatabaseAccess owner() {
    return owner(Roles.DATABASE);
  }

  @Override
  public DatabaseAccess app() {
    return app(Roles.DATABASE);
  }

  /** The owner in another database of this server; tests copy theirs from a template. */
  public DatabaseAccess owner(String database) {
    return new DatabaseAccess(url(database), Roles.OWNER, passwords.owner());
  }

  /** The product's role in another database of this server. */
  public DatabaseAccess app(String database) {
    return new DatabaseAccess(url(database), Roles.APP, passwords.app());
  }

  /** The server's own administrator, in the database of that name. */
  public DatabaseAccess superuser(String database) {
    return new DatabaseAccess(url(database), Roles.SUPERUSER, passwords.superuser());
  }

  public LiaisonHome home() {
    return home;
  }

  public int port() {
    return port;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String ownerUrlForLibpq() {
    return LiaisonDatabase.libpqUrl(home, owner(), "127.0.0.1", port, Roles.DATABASE);
  }

  @Override
  public String description() {
    return "PostgreSQL inside Liaison, 127.0.0.1:%d, data in %s".formatted(port, home.data());
  }

  /** Stops the server, if it is this object's to stop, and frees the home. May be repeated. */
  @Override
  public synchronized void close() {
    if (stopsOnClose && Postmaster.of(home.data()).isPresent()) {
      tools.run(
          "pg_ctl", List.of("-D", home.data().toString(), "-m", "fast", "-w", "-t", "60", "stop"));
    }
    lock.ifPresent(HomeLock::close);
  }

  private static Path log(LiaisonHome home, PostgresTools tools) {
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

  private static RuntimeException failed(String program, LiaisonHome home, String output) {
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
