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

  /** Larger than the board; as much of it is asked for as the board has bytes. */
  private static final String STATIC = "/fonts/inter-latin-ext-wght-normal.woff2";

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
    try (var desk = BenchDesk.open(8, PATIENTS, Map.of())) {
      fillToday(desk);
      logIn(desk);
      var board = get(desk, "/today", "");
      if (!board.contains("Garcia" + (PATIENTS - 1))) {
        throw new IllegalStateException("The board does not show today's patients");
      }
      var size = board.getBytes(StandardCharsets.UTF_8).length;
      var asMuch = "bytes=0-" + (size - 1);

      time(desk, "/today", "", WARM_UP);
      time(desk, STATIC, asMuch, WARM_UP);
      var ours = new double[REQUESTS];
      var plain = new double[REQUESTS];
      for (var n = 0; n < REQUESTS; n++) {
        ours[n] = time(desk, "/today", "", 1);
        plain[n] = time(desk, STATIC, asMuch, 1);
      }
      return List.of(
          Figure.of("board.p95", Samples.percentile(95, ours), "ms")
              .against(Samples.percentile(95, plain))
              .aiming(Figure.Target.atMost(25)),
          Figure.of("board.p50", Samples.median(ours), "ms").against(Samples.median(plain)),
          Figure.of("board.size", size / 1000.0, "kB"));
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
    var form = CSRF.matcher(get(desk, "/login", ""));
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

  private double time(BenchDesk desk, String path, String range, int times)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    for (var n = 0; n < times; n++) {
      get(desk, path, range);
    }
    return (System.nanoTime() - begun) / 1e6 / times;
  }

  private String get(BenchDesk desk, String path, String range)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address(desk, path)).GET();
    if (!range.isEmpty()) {
      request.header("Range", range);
    }
    var answer = browser.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != (range.isEmpty() ? 200 : 206)) {
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
