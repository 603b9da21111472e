package dev.liaison.platform.database;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.TimeUnit;

/** A Liaison in a process of its own, to be killed: it holds a home and its server, and waits. */
final class DeskProcess {
  private final Process process;
  private final int databasePort;

  private DeskProcess(Process process, int databasePort) {
    this.process = process;
    this.databasePort = databasePort;
  }

  static DeskProcess start(LiaisonHome home) throws Exception {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DeskProcess.class.getName(),
                home.folder().toString(),
                home.binaries().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("port ")) {
        return new DeskProcess(process, Integer.parseInt(line.substring(5)));
      }
    }
    throw new IllegalStateException("The desk ended with " + process.waitFor());
  }

  int databasePort() {
    return databasePort;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  public static void main(String[] arguments) throws InterruptedException {
    var home =
        new LiaisonHome(java.nio.file.Path.of(arguments[0]), java.nio.file.Path.of(arguments[1]));
    var database = EmbeddedPostgres.start(home, Options.forUse());
    System.out.println("port " + database.port());
    Thread.sleep(Long.MAX_VALUE);
  }
}
