package dev.liaison.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code ./liaison demo} takes to be ready when everything is built and the demo exists,
 * beside the same product started as a plain jar without the launcher's start-up cache.
 */
final class StartBenchmark implements Benchmark {
  private static final int ROUNDS = 3;
  private static final String READY = "Liaison is ready at";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Figure> run() throws Exception {
    var home = Path.of("target", "bench-start").toAbsolutePath();
    Files.createDirectories(home);
    var launcher = List.of(Path.of("liaison").toAbsolutePath().toString(), "demo");
    var plain =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-jar",
            jar().toString(),
            "demo");
    start(launcher, home);
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    for (var round = 1; round <= ROUNDS; round++) {
      ours.add(start(launcher, home));
      theirs.add(start(plain, home));
      System.err.printf(
          "start: round %d of %d: %.1f s, plain jar %.1f s%n",
          round, ROUNDS, ours.getLast(), theirs.getLast());
    }
    return List.of(
        Figure.of("start", median(ours), "s")
            .against(median(theirs))
            .aiming(Figure.Target.atMost(5)));
  }

  /** Seconds until the ready line; the process is stopped before this returns. */
  private static double start(List<String> command, Path home)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LIAISON_HOME", home.toString());
    builder.environment().put("LIAISON_PORT", String.valueOf(freePort()));
    var begun = System.nanoTime();
    var process = builder.start();
    try (var output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          return (System.nanoTime() - begun) / 1e9;
        }
      }
      throw new IllegalStateException(command + " ended before it was ready");
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static Path jar() throws IOException {
    try (var jars = Files.list(Path.of("app", "target"))) {
      return jars.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The product's jar is not built"));
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static double median(List<Double> values) {
    return Samples.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
