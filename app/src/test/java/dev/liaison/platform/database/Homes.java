package dev.liaison.platform.database;

import java.nio.file.Path;

/** Homes for tests: each has its own data, all share the unpacked programs. */
final class Homes {
  private static final Path PROGRAMS = Path.of("target", "pg-programs");

  private Homes() {}

  static LiaisonHome in(Path folder) {
    return new LiaisonHome(folder.resolve("home"), PROGRAMS);
  }
}
