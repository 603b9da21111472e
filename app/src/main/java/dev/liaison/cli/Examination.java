package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import dev.liaison.platform.database.DatabaseSource;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.ExternalPostgres;
import dev.liaison.platform.database.LiaisonDatabase;
import dev.liaison.platform.database.LiaisonHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a home and all that belongs to it, and changes nothing. */
final class Examination {
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LOW_SPACE_MEGABYTES = 500;

  private final LiaisonHome home;
  private final boolean demo;
  private final Map<String, String> environment;

  Examination(Surroundings.Chosen chosen, Map<String, String> environment) {
    this.home = chosen.home();
    this.demo = chosen.demo();
    this.environment = chosen.environment(environment);
  }

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.well("Liaison", Version.current()));
    findings.add(
        Finding.well(
            "Java", "%s (%s)".formatted(Runtime.version(), System.getProperty("java.home"))));
    findings.add(
        Finding.well(
            "System",
            "%s %s, %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch"))));
    findings.add(folder());
    keys().ifPresent(findings::add);
    findings.add(address());
    findings.addAll(database());
    return findings;
  }

  /** The address of the database for programs on libpq, while it runs. */
  Optional<String> databaseUrl() {
    return openDatabase().map(LiaisonDatabase::ownerUrlForLibpq);
  }

  private Finding folder() {
    var existing = nearestExisting(home.folder());
    try {
      var free = Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
      var value =
          "%s (%s, %,d MB free)"
              .formatted(
                  home.folder(), Files.exists(home.folder()) ? "there" : "not made yet", free);
      if (!Files.isWritable(existing)) {
        return Finding.wrong(
            "Data folder", value, "cannot be written; name another one by LIAISON_HOME");
      }
      return free < LOW_SPACE_MEGABYTES
          ? Finding.wrong(
              "Data folder", value, "little room is left; make some, or move it by LIAISON_HOME")
          : Finding.well("Data folder", value);
    } catch (IOException e) {
      return Finding.wrong("Data folder", home.folder().toString(), "cannot be looked at: " + e);
    }
  }

  private static Path nearestExisting(Path folder) {
    for (var each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        return each;
      }
    }
    return Path.of("/");
  }

  /** Keys that others may read are no keys. */
  private Optional<Finding> keys() {
    if (!Files.isDirectory(home.keys())) {
      return Optional.empty();
    }
    try (var files = Files.list(home.keys())) {
      var open = new ArrayList<String>();
      for (var file : files.toList()) {
        var permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.GROUP_READ)
            || permissions.contains(PosixFilePermission.OTHERS_READ)) {
          open.add(file.getFileName().toString());
        }
      }
      return Optional.of(
          open.isEmpty()
              ? Finding.well("Keys", home.keys().toString())
              : Finding.wrong(
                  "Keys",
                  home.keys().toString(),
                  "others may read %s; run: chmod 600 %s/*"
                      .formatted(String.join(", ", open), home.keys())));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.of(Finding.wrong("Keys", home.keys().toString(), "cannot be read: " + e));
    }
  }

  private Finding address() {
    var running = RunningDesk.urlOf(home);
    if (running.isPresent()) {
      return Finding.well("Address", running.get() + " (running)");
    }
    try {
      var address = DeskAddress.of(environment, demo);
      var url = address.url(address.port());
      return address.isFree()
          ? Finding.well("Address", url + " (not running)")
          : Finding.wrong(
              "Address",
              url + " (not running)",
              "another program listens on port %d; choose one by LIAISON_PORT"
                  .formatted(address.port()));
    } catch (WrongUse e) {
      return Finding.wrong("Address", "unknown", String.valueOf(e.getMessage()));
    }
  }

  private List<Finding> database() {
    try (var database = openDatabase().orElse(null)) {
      if (database != null) {
        return DatabaseExamination.of(database);
      }
    } catch (CannotStart e) {
      return List.of(Finding.wrong("Database", "unreachable", String.valueOf(e.getMessage())));
    }
    if (!Files.exists(home.data())) {
      return List.of(Finding.well("Database", "inside Liaison; the first start makes it"));
    }
    return List.of(
        Finding.well(
            "Database",
            Files.exists(home.data().resolve("postmaster.pid"))
                ? "inside Liaison, was not stopped in order; the next start recovers it"
                : "inside Liaison, stopped"));
  }

  private Optional<LiaisonDatabase> openDatabase() {
    return DatabaseSource.isExternal(environment)
        ? Optional.of(ExternalPostgres.open(home, environment))
        : EmbeddedPostgres.running(home).map(LiaisonDatabase.class::cast);
  }
}
