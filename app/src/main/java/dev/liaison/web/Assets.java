package dev.liaison.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;
import org.webjars.WebJarVersionLocator;

/**
 * Addresses of the files that every page loads. Each carries the hash of its content, so that a
 * browser keeps it for a year and still sees a new version at once ({@link StaticFiles} serves
 * them).
 */
public final class Assets {
  /** In the order of the cascade's layers. */
  public static final List<String> SHEETS =
      List.of(
          "/css/tokens.css",
          "/css/base.css",
          "/css/shell.css",
          "/css/controls.css",
          "/css/parts.css",
          "/css/layers.css",
          "/css/patients.css",
          "/css/board.css",
          "/css/day-grid.css",
          "/css/time-grid.css",
          "/css/openings.css",
          "/css/day-view.css",
          "/css/pages.css",
          "/css/adapt.css");

  /** One module a behaviour; they know one another only through events, never by import. */
  public static final List<String> SCRIPTS =
      List.of(
          "/js/request.js",
          "/js/ahead.js",
          "/js/keys.js",
          "/js/roving.js",
          "/js/menu.js",
          "/js/combobox.js",
          "/js/palette.js",
          "/js/drawer.js",
          "/js/dialog.js",
          "/js/toast.js",
          "/js/form.js",
          "/js/check.js",
          "/js/asks.js",
          "/js/draft.js",
          "/js/clock.js",
          "/js/live.js",
          "/js/openings.js",
          "/js/day-grid.js",
          "/js/day-move.js");

  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();
  private static final WebJarVersionLocator WEBJARS = new WebJarVersionLocator();

  private Assets() {}

  /** The hashed address of a file under {@code static/}: {@code /css/base-<md5>.css}. */
  public static String of(String path) {
    return KNOWN.computeIfAbsent(path, Assets::hashed);
  }

  /** One picture of the sprite, for {@code <use href>}. */
  public static String icon(String name) {
    return of("/icons/lucide.svg") + "#" + name;
  }

  public static String htmx() {
    return KNOWN.computeIfAbsent(
        "htmx",
        name ->
            "/webjars/"
                + Objects.requireNonNull(
                    WEBJARS.path("htmx.org", "dist/htmx.min.js"), "htmx is not on the class path"));
  }

  private static String hashed(String path) {
    try (var content = new ClassPathResource("static" + path).getInputStream()) {
      var dot = path.lastIndexOf('.');
      return path.substring(0, dot)
          + "-"
          + DigestUtils.md5DigestAsHex(content)
          + path.substring(dot);
    } catch (IOException e) {
      throw new UncheckedIOException("No file " + path + " under static/", e);
    }
  }
}
