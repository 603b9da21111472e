package dev.liaison.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

  private final LiaisonHome home;
  private final Passwords passwords;
  private final Cluster cluster;
  private final int port;
  private final Optional<HomeLock> lock;
  private final boolean stopsOnClose;

  private EmbeddedPostgres(
      LiaisonHome home, Cluster cluster, int port, Optional<HomeLock> lock, boolean stopsOnClose) {
    this.home = home;
    this.passwords = Passwords.of(home);
    this.cluster = cluster;
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
    PostgresBinaries.Machine.here().archive();
    return open(home, options, HomeLock.take(home), true, privileges);
  }

  /**
   * For a command that works beside the desk or without it: uses the server that runs and leaves it
   * running, else starts one and stops it at the end.
   */
  public static EmbeddedPostgres join(LiaisonHome home, Options options) {
    PostgresBinaries.Machine.here().archive();
    var lock = HomeLock.tryTake(home);
    if (lock.isPresent()) {
      var found = Postmaster.of(home.data()).isPresent();
      return open(home, options, lock.get(), !found, Optional.empty());
    }
    var cluster = clusterOf(home, Optional.empty());
    return new EmbeddedPostgres(home, cluster, cluster.awaitReady(), Optional.empty(), false);
  }

  /** The port of the server that runs in this home, asked without touching it. */
  public static Optional<Integer> runningPort(LiaisonHome home) {
    return Postmaster.of(home.data()).filter(Postmaster::ready).map(Postmaster::port);
  }

  /** The server that runs in this home, to ask it something; closing leaves it as it is. */
  public static Optional<EmbeddedPostgres> running(LiaisonHome home) {
    return runningPort(home)
        .map(port ->
            new EmbeddedPostgres(
                home, clusterOf(home, Optional.empty()), port, Optional.empty(), false));
  }

  /** Whether a Liaison works with this home now. */
  public static boolean isInUse(LiaisonHome home) {
    return HomeLock.isHeld(home);
  }

  /**
   * Empties a home, keys and all, for a beginning from nothing. A server that outlived its Liaison
   * is stopped first.
   */
  public static void erase(LiaisonHome home) {
    try (var _ = HomeLock.take(home)) {
      if (Files.exists(home.data())) {
        clusterOf(home, Optional.empty()).stop();
      }
      for (var part : List.of(home.data(), home.keys(), home.logs())) {
        PostgresBinaries.delete(part);
      }
    }
  }

  private static EmbeddedPostgres open(
      LiaisonHome home,
      Options options,
      HomeLock lock,
      boolean stopsOnClose,
      Optional<Privileges> privileges) {
    try {
      var first = !Files.exists(home.data());
      Disk.require(home.folder(), first ? MEGABYTES_AT_FIRST : MEGABYTES_LATER);
      var cluster = clusterOf(home, privileges);
      if (first) {
        cluster.initialise(options);
      }
      var port = cluster.adoptOrStart(options);
      var database = new EmbeddedPostgres(home, cluster, port, Optional.of(lock), stopsOnClose);
      database.prepareRoles();
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Cluster clusterOf(LiaisonHome home, Optional<Privileges> privileges) {
    var programs = PostgresBinaries.unpacked(home.binaries(), PostgresBinaries.Machine.here());
    var runsAs = privileges.orElseGet(() -> Privileges.forServerIn(home));
    return new Cluster(home, new PostgresTools(home, programs, runsAs));
  }

  private void prepareRoles() {
    // In the folder of the data, so that it goes with the data.
    var done = home.data().resolve("liaison.roles");
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
    return url(port, database);
  }

  // The port may be another program's once the server is gone. SCRAM shows it no password, and has
  // it prove first that it knows one; the driver by itself would answer whoever asks in clear.
  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256".formatted(port, database);
  }

  @Override
  public String ownerUrlForLibpq() {
    return LiaisonDatabase.libpqUrl(home, owner(), "127.0.0.1", port, Roles.DATABASE, "");
  }

  @Override
  public String description() {
    return "PostgreSQL inside Liaison, 127.0.0.1:%d".formatted(port);
  }

  /** Stops the server, if it is this object's to stop, and frees the home. May be repeated. */
  @Override
  public synchronized void close() {
    if (stopsOnClose) {
      cluster.stop();
    }
    lock.ifPresent(HomeLock::close);
  }
}
