package dev.liaison.x12.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The table of one transaction set: loops, segments, elements, codes. Immutable. */
public final class Guide {
  private static final Map<String, Guide> LOADED = new ConcurrentHashMap<>();

  private final String version;
  private final String kind;
  private final String group;
  private final String words;
  private final Loop root;
  private final List<Loop> loops;

  Guide(String version, String kind, String group, String words, Loop root, List<Loop> loops) {
    this.version = version;
    this.kind = kind;
    this.group = group;
    this.words = words;
    this.root = root;
    this.loops = loops;
  }

  /**
   * The table for a set, whatever the suffix of its guide: {@code 005010X222}, {@code …X222A1} and
   * {@code …X222A2} are read alike.
   *
   * @param kind ST01
   * @param guide ST03 or GS08
   */
  public static Optional<Guide> of(String kind, String guide) {
    return Optional.ofNullable(table(kind, guide)).map(Guide::load);
  }

  /** The guides there are tables for, as written: {@code 005010X222A1} and so on. */
  public static List<Guide> all() {
    return List.of("270", "271", "276", "277", "277ca", "278", "835", "837p", "837i", "837d", "999")
        .stream()
        .map(Guide::load)
        .toList();
  }

  /**
   * Reads a table in our notation.
   *
   * @throws GuideException when a loop cannot open or nothing tells two uses apart
   */
  public static Guide parse(List<String> lines) {
    return GuideParser.parse(lines);
  }

  private static Guide load(String table) {
    return LOADED.computeIfAbsent(table, name -> parse(Dictionary.lines(name + ".txt")));
  }

  private static @org.jspecify.annotations.Nullable String table(String kind, String guide) {
    if (!guide.startsWith("005010X") || guide.length() < 10) {
      return null;
    }
    return switch (kind + ' ' + guide.substring(6, 10)) {
      case "270 X279" -> "270";
      case "271 X279" -> "271";
      case "276 X212" -> "276";
      case "277 X212" -> "277";
      case "277 X214" -> "277ca";
      case "278 X217" -> "278";
      case "835 X221" -> "835";
      case "837 X222" -> "837p";
      case "837 X223" -> "837i";
      case "837 X224" -> "837d";
      case "999 X231" -> "999";
      default -> null;
    };
  }

  /** The guide as we write it in GS08 and ST03. */
  public String version() {
    return version;
  }

  /** ST01. */
  public String kind() {
    return kind;
  }

  /** GS01. */
  public String group() {
    return group;
  }

  /** What the set is, in our words. */
  public String words() {
    return words;
  }

  Loop root() {
    return root;
  }

  List<Loop> loops() {
    return loops;
  }

  @Override
  public String toString() {
    return kind + " " + version;
  }
}
