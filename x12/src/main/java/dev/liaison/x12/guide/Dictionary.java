package dev.liaison.x12.guide;

import dev.liaison.x12.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data elements, composites and segments of 005010, from {@code dictionary.txt}. */
final class Dictionary {
  enum Type {
    ID,
    AN,
    DT,
    TM,
    R,
    N0
  }

  /** A data element; {@code parts} is empty but for composites. */
  record Element(
      String number,
      Type type,
      int shortest,
      int longest,
      String words,
      List<Slot> parts,
      List<Note> notes) {
    int reference() {
      for (int i = 0; i < number.length(); i++) {
        if (number.charAt(i) < '0' || number.charAt(i) > '9') {
          return 0;
        }
      }
      return Integer.parseInt(number);
    }

    boolean composite() {
      return !parts.isEmpty();
    }
  }

  /** A place in a segment or composite. */
  record Slot(Element element, boolean mandatory, int repeats) {}

  /** A rule between places: P, R, E, C or L and their numbers. */
  record Note(char kind, int[] places) {}

  record SegmentType(String name, List<Slot> slots, List<Note> notes, Use base) {}

  private static final Dictionary INSTANCE = new Dictionary();

  private final Map<String, Element> elements = new HashMap<>();
  private final Map<Integer, SegmentType> segments = new HashMap<>();

  static Dictionary get() {
    return INSTANCE;
  }

  @Nullable SegmentType segment(int id) {
    return segments.get(id);
  }

  SegmentType segment(String name) {
    var type = segments.get(Segment.id(name));
    if (type == null) {
      throw new GuideException("The dictionary has no segment " + name);
    }
    return type;
  }

  private Dictionary() {
    var composed = new ArrayList<String>();
    for (var line : lines("dictionary.txt")) {
      if (line.contains(" = ")) {
        composed.add(line);
      } else {
        var parts = line.split(" ", 5);
        elements.put(
            parts[0],
            new Element(
                parts[0],
                Type.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                parts.length > 4 ? parts[4] : "",
                List.of(),
                List.of()));
      }
    }
    for (var line : composed) {
      if (composite(line)) {
        compose(line);
      }
    }
    for (var line : composed) {
      if (!composite(line)) {
        compose(line);
      }
    }
  }

  private static boolean composite(String line) {
    return line.charAt(0) == 'C' && line.indexOf(' ') == 4 && Character.isDigit(line.charAt(1));
  }

  private void compose(String line) {
    var halves = line.split(" = ", 2);
    var body = halves[1].split(" ; ", 2);
    var slots = new ArrayList<Slot>();
    for (var token : body[0].split(" ")) {
      slots.add(slot(token));
    }
    var notes = body.length > 1 ? notes(body[1]) : List.<Note>of();
    if (composite(line)) {
      elements.put(
          halves[0], new Element(halves[0], Type.AN, 1, 999, "", List.copyOf(slots), notes));
    } else {
      segments.put(
          Segment.id(halves[0]),
          new SegmentType(halves[0], List.copyOf(slots), notes, Use.base(halves[0], slots, notes)));
    }
  }

  private Slot slot(String token) {
    int repeats = 1;
    boolean mandatory = token.endsWith("!");
    var number = mandatory ? token.substring(0, token.length() - 1) : token;
    int caret = number.indexOf('^');
    if (caret > 0) {
      repeats = Integer.parseInt(number.substring(caret + 1));
      number = number.substring(0, caret);
    }
    var element = elements.get(number);
    if (element == null) {
      throw new GuideException("The dictionary has no element " + number);
    }
    return new Slot(element, mandatory, repeats);
  }

  private static List<Note> notes(String text) {
    var notes = new ArrayList<Note>();
    for (var token : text.split(" ")) {
      int[] places = new int[(token.length() - 1) / 2];
      for (int i = 0; i < places.length; i++) {
        places[i] = Integer.parseInt(token, 1 + 2 * i, 3 + 2 * i, 10);
      }
      notes.add(new Note(token.charAt(0), places));
    }
    return List.copyOf(notes);
  }

  /** The lines of a table beside this class, without comments and empty ones. */
  static List<String> lines(String resource) {
    try (var in = Dictionary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new GuideException("There is no table " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
