package dev.liaison.platform.database;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A PostgreSQL of the facility's own, named by LIAISON_DB_URL with the credentials of the owner.
 *
 * <p>Liaison makes the role {@code liaison_app} there if the owner may create roles; otherwise it
 * says the statements that an administrator runs once. The password of that role comes from
 * LIAISON_DB_APP_PASSWORD, else Liaison makes one up and keeps it under its keys.
 */
public final class ExternalPostgres implements LiaisonDatabase {
  private static final int OLDEST = 180000;

  // libpq refuses a URL with an option that it does not know. Not sslpassword, which is a secret.
  private static final Set<String> OF_LIBPQ =
      Set.of(
          "channel_binding",
          "options",
          "sslcert",
          "sslcrl",
          "sslcrldir",
          "sslkey",
          "sslmode",
          "sslnegotiation",
          "sslrootcert");

  private final LiaisonHome home;
  private final Target target;
  private final DatabaseAccess app;
  private final String version;

  /**
   * What LIAISON_DB_URL says.
   *
   * @param options those that other programs of PostgreSQL understand too, each with "&" before it
   */
  record Target(String host, int port, String database, DatabaseAccess owner, String options) {}

  private ExternalPostgres(LiaisonHome home, Target target, DatabaseAccess app, String version) {
    this.home = home;
    this.target = target;
    this.app = app;
    this.version = version;
  }

  /**
   * Checks the server and its roles.
   *
   * @throws CannotStart where it is older than 18, unreachable, or the product's role is missing or
   *     too strong; where it is remote and the URL does not say how the way there is protected
   */
  public static ExternalPostgres open(LiaisonHome home, Map<String, String> environment) {
    PrivateFiles.createFolder(home.folder());
    var target = parse(environment.getOrDefault("LIAISON_DB_URL", ""));
    try (var connection = target.owner().connect()) {
      var version = version(connection);
      var app = appRole(home, environment, target, connection);
      for (var statement : Roles.forTablesOf(target.owner().user())) {
        Roles.execute(connection, statement);
      }
      refuseStrong(app);
      return new ExternalPostgres(home, target, app, version);
    } catch (SQLException e) {
      throw new CannotStart(
          "The PostgreSQL at %s:%d (LIAISON_DB_URL) does not answer as it should: %s"
              .formatted(target.host(), target.port(), e.getMessage()),
          e);
    }
  }

  static Target parse(String url) {
    try {
      var text = url.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:");
      var uri = new URI(text);
      var path = uri.getPath() == null ? "" : uri.getPath();
      if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || path.length() < 2) {
        throw malformed();
      }
      var options = new ArrayList<String>();
      var user = "";
      var password = "";
      var info = uri.getRawUserInfo();
      if (info != null) {
        var colon = info.indexOf(':');
        user = decode(colon < 0 ? info : info.substring(0, colon));
        password = colon < 0 ? "" : decode(info.substring(colon + 1));
      }
      for (var option : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
        if (option.startsWith("user=")) {
          user = decode(option.substring(5));
        } else if (option.startsWith("password=")) {
          password = decode(option.substring(9));
        } else if (!option.isEmpty()) {
          options.add(option);
        }
      }
      if (user.isEmpty()) {
        throw malformed();
      }
      requireProtection(uri.getHost(), options);
      var port = uri.getPort() < 0 ? 5432 : uri.getPort();
      var jdbc =
          "jdbc:postgresql://%s:%d%s%s%s"
              .formatted(
                  uri.getHost(),
                  port,
                  uri.getRawPath(),
                  options.isEmpty() ? "" : "?",
                  String.join("&", options));
      var owner = new DatabaseAccess(jdbc, user, password);
      return new Target(uri.getHost(), port, path.substring(1), owner, ofLibpq(options));
    } catch (URISyntaxException _) {
      // Without the cause: its message repeats the URL, password and all.
      throw malformed();
    }
  }

  private static String ofLibpq(List<String> options) {
    return options.stream()
        .filter(option -> OF_LIBPQ.contains(option.replaceFirst("=.*", "")))
        .map(option -> "&" + option)
        .collect(Collectors.joining());
  }

  /** What nobody chose would be: encrypted if the server likes, and whoever the server is. */
  private static void requireProtection(String host, List<String> options) {
    if (!isLoopback(host) && options.stream().noneMatch(option -> option.matches("sslmode=.+"))) {
      throw new CannotStart(
          ("LIAISON_DB_URL names a PostgreSQL on another machine (%s) and not how the way there is"
                  + " protected: add ?sslmode=verify-full, or ?sslmode=disable for a network that you"
                  + " trust.")
              .formatted(host));
    }
  }

  // By its number or the one name that means it: other names are answered by who knows whom.
  private static boolean isLoopback(String host) {
    try {
      return host.equalsIgnoreCase("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static CannotStart malformed() {
    return new CannotStart(
        "LIAISON_DB_URL is not of the form postgresql://OWNER:PASSWORD@HOST:PORT/DATABASE.");
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('server_version_num')::int, current_setting('server_version')")) {
      row.next();
      if (row.getInt(1) < OLDEST) {
        throw new CannotStart(
            "Liaison needs PostgreSQL 18 or newer; the one that LIAISON_DB_URL names is %s."
                .formatted(row.getString(2)));
      }
      return row.getString(2);
    }
  }

  private static DatabaseAccess appRole(
      LiaisonHome home, Map<String, String> environment, Target target, Connection connection)
      throws SQLException {
    var given = environment.getOrDefault("LIAISON_DB_APP_PASSWORD", "");
    var file = home.keys().resolve("external-app.password");
    var kept = Files.exists(file);
    var query = "select 1 from pg_roles where rolname = ?";
    var missing =
        !Roles.exists(connection, query, Roles.APP)
            || !Roles.exists(connection, query, Roles.READER);
    if (missing) {
      makeRoles(connection, given.isEmpty() ? password(file) : given);
    } else if (given.isEmpty() && !kept) {
      throw new CannotStart(
          "The role liaison_app is already there: give its password by LIAISON_DB_APP_PASSWORD.");
    }
    return new DatabaseAccess(
        target.owner().url(), Roles.APP, given.isEmpty() ? password(file) : given);
  }

  private static void makeRoles(Connection connection, String password) throws SQLException {
    var quoted = password.replace("'", "''");
    try {
      Roles.execute(
          connection,
          """
          do $do$ begin
            if not exists (select from pg_roles where rolname = 'liaison_app') then
              create role liaison_app login nosuperuser nobypassrls;
            end if;
            if not exists (select from pg_roles where rolname = 'liaison_reader') then
              create role liaison_reader nologin nosuperuser nobypassrls;
            end if;
          end $do$
          """);
      Roles.execute(connection, "alter role liaison_app password '" + quoted + "'");
      Roles.execute(
          connection, "grant liaison_reader to current_user with inherit false, set true");
    } catch (SQLException e) {
      if (!"42501".equals(e.getSQLState())) {
        throw e;
      }
      throw new CannotStart(
          """
          The owner that LIAISON_DB_URL names may not create roles. Let an administrator run once:
            create role liaison_app login nosuperuser nobypassrls password '…';
            create role liaison_reader nologin;
            grant liaison_reader to OWNER with inherit false, set true;
          and give the password by LIAISON_DB_APP_PASSWORD.\
          """);
    }
  }

  private static String password(java.nio.file.Path file) {
    try {
      if (!Files.exists(file)) {
        PrivateFiles.write(file, PrivateFiles.newPassword());
      }
      return Files.readString(file).strip();
    } catch (java.io.IOException e) {
      throw Disk.cannotWrite(file, e);
    }
  }

  /** Row-level security is the wall between facilities; a role that passes it is refused. */
  private static void refuseStrong(DatabaseAccess app) throws SQLException {
    try (var connection = app.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select rolsuper or rolbypassrls
                    or pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'member')
                from pg_roles
                where rolname = current_user
                """)) {
      if (!row.next() || row.getBoolean(1)) {
        throw new CannotStart(
            "The role liaison_app is too strong: it must be neither superuser nor owner nor bypassrls,"
                + " or one facility could see another's patients.");
      }
    }
  }

  @Override
  public DatabaseAccess owner() {
    return target.owner();
  }

  @Override
  public DatabaseAccess app() {
    return app;
  }

  @Override
  public String ownerUrlForLibpq() {
    return LiaisonDatabase.libpqUrl(
        home, target.owner(), target.host(), target.port(), target.database(), target.options());
  }

  @Override
  public String description() {
    return "PostgreSQL %s at %s:%d, database %s"
        .formatted(version, target.host(), target.port(), target.database());
  }

  /** Nothing: the server is not ours to stop. */
  @Override
  public void close() {}
}
