package dev.liaison.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;

/** The random passwords of a home's database roles, in one file of mode 0600. */
record Passwords(String superuser, String owner, String app) {

  /** Those of this home, made up on first use. */
  static Passwords of(LiaisonHome home) {
    var file = home.keys().resolve("database.properties");
    if (!Files.exists(file)) {
      var made =
          new Passwords(
              PrivateFiles.newPassword(), PrivateFiles.newPassword(), PrivateFiles.newPassword());
      PrivateFiles.write(file, made.text());
    }
    return read(file);
  }

  private static Passwords read(Path file) {
    var properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new CannotStart(
          "The passwords of the database in %s cannot be read (%s)."
              .formatted(file, Disk.reason(e)),
          e);
    }
    return new Passwords(
        get(properties, Roles.SUPERUSER, file),
        get(properties, Roles.OWNER, file),
        get(properties, Roles.APP, file));
  }

  private static String get(Properties properties, String role, Path file) {
    var password = properties.getProperty(role);
    if (password == null) {
      throw new CannotStart(
          "The file %s lacks the password of %s. Put it back from a copy.".formatted(file, role));
    }
    return password;
  }

  private String text() {
    return java.util.stream.Stream.of(
            Roles.SUPERUSER + "=" + superuser, Roles.OWNER + "=" + owner, Roles.APP + "=" + app)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Override
  public String toString() {
    return "Passwords[…]";
  }
}
