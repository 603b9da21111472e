package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the strict policy and the layers rely on, over all sheets, templates and scripts. */
class SheetsTest {
  private static final Path STATIC = Path.of("src/main/resources/static");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  @Test
  void no_sheet_says_important() throws IOException {
    assertThat(matches(STATIC.resolve("css"), ".css", "!\\s*important")).isEmpty();
  }

  @Test
  void every_sheet_and_every_script_is_named_in_the_list_that_pages_load() throws IOException {
    var css = files(STATIC.resolve("css"), ".css").stream().map(SheetsTest::address).toList();

    assertThat(Assets.SHEETS).containsExactlyInAnyOrderElementsOf(css);
  }

  @Test
  void no_template_has_inline_style_inline_script_or_unescaped_output() throws IOException {
    var inline =
        "\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+=\"|\\$unsafe|hx-on|hx-vals=.js:";

    assertThat(matches(TEMPLATES, ".jte", inline)).isEmpty();
  }

  @Test
  void no_script_keeps_anything_in_the_browser() throws IOException {
    var kept = "localStorage|sessionStorage(?!\\.clear)|indexedDB|document\\.cookie|caches\\.";

    assertThat(matches(STATIC.resolve("js"), ".js", kept)).isEmpty();
  }

  @Test
  void no_script_imports_another_since_an_import_cannot_carry_the_hash() throws IOException {
    assertThat(matches(STATIC.resolve("js"), ".js", "(?m)^\\s*import\\s|\\bimport\\(")).isEmpty();
  }

  @Test
  void every_icon_that_a_template_names_is_in_the_sprite() throws IOException {
    var sprite = Files.readString(STATIC.resolve("icons/lucide.svg"));
    var missing = new ArrayList<String>();
    for (var template : files(TEMPLATES, ".jte")) {
      var icon =
          Pattern.compile("(?:web\\.icon|web\\.chip)\\((?:name = |icon = )?\"([a-z0-9-]+)\"")
              .matcher(Files.readString(template));
      while (icon.find()) {
        if (!sprite.contains("id=\"" + icon.group(1) + "\"")) {
          missing.add(template + ": " + icon.group(1));
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void an_address_carries_the_hash_of_its_content() {
    assertThat(Assets.of("/css/base.css")).matches("/css/base-[0-9a-f]{32}\\.css");
    assertThat(Assets.icon("search")).matches("/icons/lucide-[0-9a-f]{32}\\.svg#search");
    assertThat(Assets.htmx()).matches("/webjars/htmx\\.org/[0-9.]+/dist/htmx\\.min\\.js");
  }

  private static String address(Path file) {
    return "/" + STATIC.relativize(file).toString().replace('\\', '/');
  }

  private static List<String> matches(Path folder, String ending, String pattern)
      throws IOException {
    var found = new ArrayList<String>();
    for (var file : files(folder, ending)) {
      var matcher = Pattern.compile(pattern).matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(file + ": " + matcher.group());
      }
    }
    return found;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
