package dev.liaison.platform.database;

import java.nio.file.Path;

/** A PostgreSQL that is up and holds the roles of Liaison. */
public sealed interface LiaisonDatabase extends AutoCloseable
    permits EmbeddedPostgres, ExternalPostgres {

  /** The role that owns the tables: for migrations and for an operator, never for the desk. */
  DatabaseAccess owner();

  /** The role of the product: it can neither bypass row-level security nor change a table. */
  DatabaseAccess app();

  /**
   * A URL of the owner for psql and other programs on libpq. It names a file of mode 0600 that
   * holds the password, and never the password.
   */
  String ownerUrlForLibpq();

  /** What this is, for a person: version, address, folder. */
  String description();

  /** Lets go of the server; stops it where this process started or took it over. */
  @Override
  void close();

  /**
   * The libpq URL, after writing its password file into the keys of the home.
   *
   * @param options further options of libpq, encoded and each with "&" before it
   */
  static String libpqUrl(
      LiaisonHome home,
      DatabaseAccess access,
      String host,
      int port,
      String database,
      String options) {
    var file = PrivateFiles.writePgpass(home.keys(), host, port, database, access);
    return "postgresql://%s@%s:%d/%s?passfile=%s%s"
        .formatted(encode(access.user()), host, port, encode(database), encode(file), options);
  }

  private static String encode(Path path) {
    return encode(path.toAbsolutePath().toString()).replace("%2F", "/");
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
