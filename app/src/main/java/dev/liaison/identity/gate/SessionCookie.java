package dev.liaison.identity.gate;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The session's secret at the browser. No script reads it, no other site's form sends it, and over
 * TLS no neighbour host can plant one ({@code __Host-}).
 */
public final class SessionCookie {
  private static final String PLAIN = "liaison";

  private SessionCookie() {}

  public static Optional<String> read(HttpServletRequest request) {
    return read(request, PLAIN);
  }

  /** Sets it until the browser is closed. */
  public static void write(HttpServletRequest request, HttpServletResponse response, String token) {
    set(request, response, PLAIN, token, Duration.ofSeconds(-1));
  }

  public static void clear(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, PLAIN, "", Duration.ZERO);
  }

  static Optional<String> read(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(named(request, name)))
            .map(Cookie::getValue)
            .flatMap(value -> value.isEmpty() ? Stream.empty() : Stream.of(value))
            .findFirst();
  }

  static void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      Duration age) {
    var cookie =
        ResponseCookie.from(named(request, name), value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static String named(HttpServletRequest request, String name) {
    return request.isSecure() ? "__Host-" + name : name;
  }
}
