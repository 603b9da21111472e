package dev.liaison.cli;

import dev.liaison.platform.database.CannotStart;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Serves the desk of a facility. */
@Command(
    name = "start",
    description = "Serves the desk; the first start asks for the facility and its administrator.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  StartCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var home = LiaisonHome.of(surroundings.environment());
    surroundings
        .out()
        .println(
            "Not for real patients yet: this version has neither backups nor encryption on the wire.");
    return serve(surroundings, home, false);
  }

  /** Serves until the process is stopped. */
  static int serve(Surroundings surroundings, LiaisonHome home, boolean demo)
      throws InterruptedException {
    refuseSecond(home);
    var address = DeskAddress.of(surroundings.environment(), demo);
    address.requireFree(demo ? "demo" : "start");
    var running = new Desk(surroundings, home, address, demo).serve();
    surroundings.out().println("Liaison is ready at " + running.url());
    surroundings.out().flush();
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }

  private static void refuseSecond(LiaisonHome home) {
    if (EmbeddedPostgres.isInUse(home)) {
      var where = RunningDesk.urlOf(home).map(url -> " and serves " + url).orElse("");
      throw new CannotStart(
          ("The data folder %s is in use: another Liaison runs with it%s. Stop that one, or name"
                  + " another folder by LIAISON_HOME.")
              .formatted(home.folder(), where));
    }
  }
}
