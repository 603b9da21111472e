package dev.liaison.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The contrast of every pair of tokens that stand on one another (WCAG 2, formula of 1.4.3). */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3.0;

  private record Colour(String light, String dark) {}

  private record Pair(String ink, String ground) {}

  private static final Map<String, Colour> TOKENS = new HashMap<>();

  @BeforeAll
  static void read_the_sheet() throws IOException {
    var sheet =
        new ClassPathResource("static/css/tokens.css").getContentAsString(StandardCharsets.UTF_8);
    var token =
        Pattern.compile("--([a-z0-9-]+):\\s*light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)")
            .matcher(sheet);
    while (token.find()) {
      TOKENS.put(token.group(1), new Colour(token.group(2), token.group(3)));
    }
  }

  @Test
  void every_ink_can_be_read_on_every_ground_it_stands_on() {
    var pairs = new ArrayList<Pair>();
    for (var ink : List.of("ink", "ink2", "ink3")) {
      for (var ground : List.of("bg", "surface", "sunken", "hover", "accent-soft")) {
        pairs.add(new Pair(ink, ground));
      }
    }

    assertThat(weakerThan(TEXT, pairs)).isEmpty();
  }

  @Test
  void every_state_can_be_read_on_the_page_and_on_its_own_tint() {
    var pairs = new ArrayList<Pair>();
    for (var state : List.of("accent", "ok", "warn", "bad", "violet")) {
      for (var ground : List.of("surface", "bg", state + "-soft")) {
        pairs.add(new Pair(state, ground));
      }
    }
    pairs.add(new Pair("accent-ink", "accent"));
    pairs.add(new Pair("accent-ink", "accent-strong"));
    pairs.add(new Pair("accent-strong", "accent-soft"));
    pairs.add(new Pair("surface", "bad"));
    for (var tint : List.of("ok-soft", "warn-soft", "bad-soft")) {
      pairs.add(new Pair("ink", tint));
    }
    pairs.add(new Pair("ink2", "bad-soft"));
    pairs.add(new Pair("ink2", "warn-soft"));

    assertThat(weakerThan(TEXT, pairs)).isEmpty();
  }

  @Test
  void field_borders_and_visit_families_stand_out_as_shapes() {
    var pairs = new ArrayList<Pair>();
    for (var ground : List.of("surface", "bg", "sunken")) {
      pairs.add(new Pair("edge", ground));
    }
    for (var family : List.of("teal", "blue", "iris", "plum", "rust", "olive", "green", "slate")) {
      pairs.add(new Pair(family, "surface"));
    }

    assertThat(weakerThan(SHAPE, pairs)).isEmpty();
  }

  @Test
  void the_formula_gives_the_known_ratios() {
    assertThat(ratio("#000000", "#ffffff")).isEqualTo(21.0);
    assertThat(ratio("#777777", "#ffffff")).isBetween(4.47, 4.48);
  }

  private static List<String> weakerThan(double least, List<Pair> pairs) {
    var weak = new ArrayList<String>();
    for (var pair : pairs) {
      var ink = token(pair.ink());
      var ground = token(pair.ground());
      var light = ratio(ink.light(), ground.light());
      var dark = ratio(ink.dark(), ground.dark());
      if (Math.min(light, dark) < least) {
        weak.add(
            "%s on %s: %.2f light, %.2f dark".formatted(pair.ink(), pair.ground(), light, dark));
      }
    }
    return weak;
  }

  private static Colour token(String name) {
    return Objects.requireNonNull(TOKENS.get(name), "no token --" + name);
  }

  private static double ratio(String one, String other) {
    var a = luminance(one);
    var b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    var value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
