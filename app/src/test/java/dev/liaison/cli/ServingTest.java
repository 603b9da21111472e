package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.Liaison;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk as a process of its own, as {@code ./liaison start} runs it. */
class ServingTest {
  private static final String READY = "Liaison is ready at ";

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void shareThePrograms() throws IOException {
    var programs = Files.createDirectories(Path.of("target", "pg-programs").toAbsolutePath());
    Files.createSymbolicLink(folder.resolve("pg"), programs);
  }

  @AfterEach
  void leaveNothingRunning() throws InterruptedException {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
    if (EmbeddedPostgres.runningPort(LiaisonHome.at(folder)).isPresent()) {
      EmbeddedPostgres.erase(LiaisonHome.at(folder));
    }
  }

  @Test
  void a_desk_serves_survives_kill_9_and_stops_whole() throws Exception {
    var first = desk();
    var url = addressWhenReady(first);

    assertThat(statusOf(url + "/")).isBetween(200, 399);
    assertThat(refusedSecond())
        .contains("is in use: another Liaison runs with it and serves " + url)
        .doesNotContain("Exception");

    first.destroyForcibly().waitFor();
    assertThat(EmbeddedPostgres.runningPort(LiaisonHome.at(folder)))
        .as("the server outlives its desk")
        .isPresent();
    var second = desk();
    assertThat(statusOf(addressWhenReady(second) + "/")).isBetween(200, 399);

    second.destroy();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(EmbeddedPostgres.runningPort(LiaisonHome.at(folder))).isEmpty();
    assertThat(EmbeddedPostgres.isInUse(LiaisonHome.at(folder))).isFalse();
  }

  @Test
  void the_run_that_the_jvm_learns_from_never_touches_the_facilitys_database() throws Exception {
    var outside = Map.of("LIAISON_DB_URL", "postgresql://owner:secret@127.0.0.1:1/desk");

    var train = liaison(outside, "train", folder.toString());

    var said = new String(train.getInputStream().readAllBytes());
    assertThat(train.waitFor()).as(said).isZero();
    assertThat(folder.resolve("data")).isDirectory();
  }

  private Process desk() throws IOException {
    return liaison(Map.of("LIAISON_PORT", "0"), "start");
  }

  private Process liaison(Map<String, String> environment, String... words) throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Liaison.class.getName());
    builder.command().addAll(List.of(words));
    builder.environment().keySet().removeIf(name -> name.startsWith("LIAISON_"));
    builder.environment().put("LIAISON_HOME", folder.toString());
    builder.environment().putAll(environment);
    var process = builder.redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private static String addressWhenReady(Process desk) throws IOException {
    var said = new StringBuilder();
    var lines = new BufferedReader(new InputStreamReader(desk.getInputStream()));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return line.substring(READY.length());
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("The desk ended before it was ready, and said:\n" + said);
  }

  private String refusedSecond() throws Exception {
    var second = desk();
    var said = new String(second.getInputStream().readAllBytes());
    assertThat(second.waitFor()).isEqualTo(1);
    return said;
  }

  private static int statusOf(String url) throws Exception {
    try (var browser = HttpClient.newHttpClient()) {
      return browser
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
