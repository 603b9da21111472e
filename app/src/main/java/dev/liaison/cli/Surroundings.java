package dev.liaison.cli;

import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param application the class that a Spring context begins with
 * @param out for answers
 * @param err for progress and complaints
 */
record Surroundings(
    Class<?> application, Map<String, String> environment, PrintStream out, PrintStream err) {

  /**
   * The home that a command means: the demo's where it says so; else that of the Liaison which
   * runs, be it the demo; else the one that LIAISON_HOME names.
   */
  Chosen choose(boolean demo) {
    var main = LiaisonHome.of(environment);
    if (demo) {
      return new Chosen(main.demo(), true);
    }
    return !EmbeddedPostgres.isInUse(main) && EmbeddedPostgres.isInUse(main.demo())
        ? new Chosen(main.demo(), true)
        : new Chosen(main, false);
  }

  /** A home, and whether it is the demo's. */
  record Chosen(LiaisonHome home, boolean demo) {
    /** The demo never leaves its home, so an outside database is not its business. */
    Map<String, String> environment(Map<String, String> environment) {
      return demo ? Map.of() : environment;
    }
  }
}
