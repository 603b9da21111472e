package dev.liaison.cli;

import dev.liaison.platform.database.LiaisonHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts the desk in a throw-away home, shows a few pages and stops: the run from which the JVM
 * learns what to keep ready for the next starts. The launcher calls it in the first build.
 */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final List<String> PAGES = List.of("/login", "/favicon.svg", "/");

  private final Surroundings surroundings;

  @Parameters(index = "0", description = "An empty folder for the run.")
  private Path folder = Path.of("");

  TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var address = new DeskAddress(loopback, "127.0.0.1", 0, List.of(), "");
    var home = LiaisonHome.at(folder);
    // Not the facility's own database: a rehearsal would migrate it.
    var alone =
        new Surroundings(
            surroundings.application(), Map.of(), surroundings.out(), surroundings.err());
    var desk = new Desk(alone, home, address, false);
    show(desk.rehearse().url());
    System.exit(ExitCode.DONE);
    return ExitCode.DONE;
  }

  private static void show(String url) throws IOException, InterruptedException {
    try (var browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      for (var page : PAGES) {
        browser.send(
            HttpRequest.newBuilder(URI.create(url + page)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
