package dev.liaison.platform.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * The data folder of one Liaison: database, keys, logs. The demo has its own inside the main one.
 *
 * @param binaries where the PostgreSQL programs are unpacked; homes may share it
 */
public record LiaisonHome(Path folder, Path binaries) {

  public LiaisonHome {
    folder = folder.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
  }

  /** A home at this folder, with programs of its own. */
  public static LiaisonHome at(Path folder) {
    return new LiaisonHome(folder, folder.resolve("pg"));
  }

  /** The home that the environment names by LIAISON_HOME, else {@code ~/.liaison}. */
  public static LiaisonHome of(Map<String, String> environment) {
    var named = environment.getOrDefault("LIAISON_HOME", "");
    return at(
        named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".liaison")
            : Path.of(named.strip()));
  }

  /** The demo's home inside this one. */
  public LiaisonHome demo() {
    return new LiaisonHome(folder.resolve("demo"), binaries);
  }

  /** The files of the database server. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Passwords and keys: the folder is 0700, every file in it 0600. */
  public Path keys() {
    return folder.resolve("keys");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /** Locked by the process that works with this home. */
  Path lock() {
    return folder.resolve("lock");
  }
}
