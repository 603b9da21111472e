package dev.liaison.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * How a person wants the desk, kept in two cookies of this browser: they say nothing about anybody,
 * and stand before the log-in too.
 */
public final class Settings {
  private static final String THEME = "liaison-theme";
  private static final String LETTERS = "liaison-letters";

  private Settings() {}

  static @Nullable String theme(HttpServletRequest request) {
    var value = value(request, THEME);
    return "light".equals(value) || "dark".equals(value) ? value : null;
  }

  static boolean letters(HttpServletRequest request) {
    return !"off".equals(value(request, LETTERS));
  }

  /** Light or dark; anything else follows the system again. */
  public static ResponseCookie chooseTheme(String theme) {
    var known = theme.equals("light") || theme.equals("dark");
    return cookie(THEME, known ? theme : "", known);
  }

  public static ResponseCookie chooseLetters(boolean on) {
    return cookie(LETTERS, on ? "" : "off", !on);
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    var cookie = WebUtils.getCookie(request, name);
    return cookie == null ? null : cookie.getValue();
  }

  private static ResponseCookie cookie(String name, String value, boolean keep) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(keep ? Duration.ofDays(365) : Duration.ZERO)
        .build();
  }
}
