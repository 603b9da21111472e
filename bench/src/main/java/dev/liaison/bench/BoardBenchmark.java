package dev.liaison.bench;

import dev.liaison.platform.Ids;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.Scheduling;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long today's board of 40 patients takes from request to last byte on loopback, beside a
 * static page of the same size from the same server.
 */
final class BoardBenchmark implements Benchmark {
  private static final int PATIENTS = 40;
  private static final int WARM_UP = 300;
  private static final int REQUESTS = 400;
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  @Override
  public String name() {
    return "board";
  }

  @Override
  public List<Figure> run() throws Exception {
    var pages = Path.of("target", "bench-pages").toAbsolutePath();
    Files.createDirectories(pages.resolve("css"));
    var settings =
        Map.<String, Object>of(
            "spring.web.resources.static-locations", "classpath:/static/,file:" + pages + "/");
    try (var desk = BenchDesk.open(8, PATIENTS, settings)) {
      fillToday(desk);
      logIn(desk);
      var board = get(desk, "/today");
      if (!board.contains("Garcia" + (PATIENTS - 1))) {
        throw new IllegalStateException("The board does not show today's patients");
      }
      Files.writeString(pages.resolve("css/board-size.css"), "x".repeat(board.length()));

      time(desk, "/today", WARM_UP);
      time(desk, "/css/board-size.css", WARM_UP);
      var ours = new double[REQUESTS];
      var plain = new double[REQUESTS];
      for (var n = 0; n < REQUESTS; n++) {
        ours[n] = time(desk, "/today", 1);
        plain[n] = time(desk, "/css/board-size.css", 1);
      }
      return List.of(
          Figure.of("board.p95", Samples.percentile(95, ours), "ms")
              .against(Samples.percentile(95, plain))
              .aiming(Figure.Target.atMost(25)),
          Figure.of("board.p50", Samples.median(ours), "ms").against(Samples.median(plain)),
          Figure.of("board.size", board.length() / 1000.0, "kB"));
    }
  }

  private static void fillToday(BenchDesk desk) {
    var scheduling = desk.bean(Scheduling.class);
    var morning = LocalDate.now(BenchDesk.ZONE).atTime(8, 0).atZone(BenchDesk.ZONE).toInstant();
    for (var n = 0; n < PATIENTS; n++) {
      var outcome =
          scheduling.book(
              desk.actor,
              new BookingRequest(
                  Ids.next(),
                  desk.patients.get(n),
                  desk.type,
                  desk.clinic,
                  desk.physicians.get(n % desk.physicians.size()),
                  morning.plus(Duration.ofMinutes(15L * (n / desk.physicians.size()))),
                  BookingRequest.Why.through("phone"),
                  BookingRequest.Past.ENTERED_AFTER_DOWNTIME));
      if (!(outcome instanceof BookingOutcome.Booked)) {
        throw new IllegalStateException("A free time of today was refused: " + outcome);
      }
    }
  }

  private void logIn(BenchDesk desk) throws IOException, InterruptedException {
    var form = CSRF.matcher(get(desk, "/login"));
    if (!form.find()) {
      throw new IllegalStateException("The log-in page has no CSRF field");
    }
    var body =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encode(desk.loginName), encode(BenchDesk.PASSWORD), encode(form.group(1)));
    browser.send(
        HttpRequest.newBuilder(address(desk, "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private double time(BenchDesk desk, String path, int times)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    for (var n = 0; n < times; n++) {
      get(desk, path);
    }
    return (System.nanoTime() - begun) / 1e6 / times;
  }

  private String get(BenchDesk desk, String path) throws IOException, InterruptedException {
    var answer =
        browser.send(
            HttpRequest.newBuilder(address(desk, path)).GET().build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static URI address(BenchDesk desk, String path) {
    return URI.create("http://localhost:" + desk.port() + path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
