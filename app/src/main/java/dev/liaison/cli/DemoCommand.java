package dev.liaison.cli;

import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a made-up facility to look around in. */
@Command(
    name = "demo",
    description = "Serves a made-up facility on this machine only; what you do there stays.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--fresh", description = "Throws the demo's data away and begins anew.")
  private boolean fresh;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var home = LiaisonHome.of(surroundings.environment()).demo();
    if (fresh) {
      EmbeddedPostgres.erase(home);
    }
    return StartCommand.serve(surroundings, home, true);
  }
}
