package dev.liaison.x12.guide;

import dev.liaison.x12.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the notation that this package's description explains. */
final class GuideParser {
  private static final Map<String, String> SHAPES = shapes();

  private final Map<String, List<String>> blocks = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private String version = "";
  private String kind = "";
  private String words = "";

  static Guide parse(List<String> lines) {
    var guide = new GuideParser().read(lines);
    TableCheck.check(guide);
    return guide;
  }

  private Guide read(List<String> lines) {
    var head = lines.getFirst().split(" ", 5);
    version = head[1];
    kind = head[2];
    words = head[4];
    var root = new Loop("", words, true, 1, null, 0);
    loops.add(root);
    loop(root, expand(lines.subList(1, lines.size())), 0, 0);
    return new Guide(version, kind, head[3], words, root, List.copyOf(loops));
  }

  /** Takes blocks out and puts them in where they are inserted. */
  private List<String> expand(List<String> lines) {
    var plain = new ArrayList<String>();
    List<String> target = plain;
    for (var line : lines) {
      if (line.startsWith("block ")) {
        target = new ArrayList<>();
        blocks.put(line.substring(6), target);
      } else {
        if (!line.startsWith(" ")) {
          target = plain;
        }
        int indent = indent(line);
        var text = line.strip();
        if (text.startsWith("insert ")) {
          for (var inserted : block(text.substring(7))) {
            target.add(" ".repeat(indent - 2) + inserted);
          }
        } else {
          target.add(line);
        }
      }
    }
    return plain;
  }

  private List<String> block(String name) {
    var block = blocks.get(name);
    if (block == null) {
      throw new GuideException("There is no block " + name);
    }
    return block;
  }

  /** Reads the lines of one loop, and returns the first line that is not its own. */
  private int loop(Loop loop, List<String> lines, int from, int indent) {
    int at = from;
    while (at < lines.size() && indent(lines.get(at)) == indent) {
      var text = lines.get(at++).strip();
      if (text.startsWith("loop ")) {
        var parts = text.split(" ", 5);
        var inner =
            new Loop(parts[1], parts[4], parts[2].equals("!"), most(parts[3]), loop, loops.size());
        loops.add(inner);
        at = loop(inner, lines, at, indent + 2);
        loop.building.add(new Loop.Entry(inner.entries[0].use(), inner));
      } else {
        loop.building.add(new Loop.Entry(use(text), null));
      }
    }
    if (at < lines.size() && indent(lines.get(at)) > indent) {
      throw new GuideException("Indented too far: " + lines.get(at));
    }
    loop.seal();
    return at;
  }

  private static int indent(String line) {
    int n = 0;
    while (line.charAt(n) == ' ') {
      n++;
    }
    return n;
  }

  private static int most(String text) {
    return text.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(text);
  }

  private static Use use(String text) {
    var halves = text.split(" // ", 2);
    var tokens = halves[0].split(" ");
    var type = Dictionary.get().segment(tokens[0]);
    var builder = new UseBuilder(type);
    builder.shape(SHAPES.get(tokens[0]));
    for (int i = 3; i < tokens.length; i++) {
      builder.token(tokens[i]);
    }
    return builder.build(
        tokens[1].equals("!"), most(tokens[2]), halves.length > 1 ? halves[1] : "");
  }

  private static Map<String, String> shapes() {
    var shapes = new HashMap<String, String>();
    for (var line : Dictionary.lines("shapes.txt")) {
      var halves = line.split(" = ", 2);
      shapes.put(halves[0], halves[1]);
    }
    return Map.copyOf(shapes);
  }

  /** Collects what a line says of a segment's elements. */
  private static final class UseBuilder {
    private final Dictionary.SegmentType type;
    private final Map<Integer, Says> says = new HashMap<>();
    private int telling;
    private int tellingPart;
    private long[] tellingCodes = new long[0];

    /** Elements are numbered by hundreds, components by ones. */
    private record Says(boolean required, int repeats, long[] codes) {}

    UseBuilder(Dictionary.SegmentType type) {
      this.type = type;
    }

    void shape(@Nullable String shape) {
      if (shape != null) {
        for (var token : shape.split(" ")) {
          token(token);
        }
      }
    }

    void token(String token) {
      boolean required = token.contains("!");
      var bare = token.replace("!", "");
      long[] codes = new long[0];
      int equals = bare.indexOf('=');
      boolean tells = bare.contains("==");
      if (equals > 0) {
        codes = pack(bare.substring(equals + (tells ? 2 : 1)));
        bare = bare.substring(0, equals);
      }
      int repeats = 0;
      int caret = bare.indexOf('^');
      if (caret > 0) {
        repeats = Integer.parseInt(bare.substring(caret + 1));
        bare = bare.substring(0, caret);
      }
      int dot = bare.indexOf('.');
      int element = Integer.parseInt(dot < 0 ? bare : bare.substring(0, dot));
      int part = dot < 0 ? 0 : Integer.parseInt(bare.substring(dot + 1));
      if (element > type.slots().size()
          || part > type.slots().get(element - 1).element().parts().size()) {
        throw new GuideException(type.name() + " has no element " + bare);
      }
      var before = says.get(element * 100 + part);
      says.put(
          element * 100 + part,
          new Says(
              required || (before != null && before.required && codes.length > 0), repeats, codes));
      if (tells) {
        telling = element;
        tellingPart = part;
        tellingCodes = codes;
      }
    }

    private static long[] pack(String codes) {
      return java.util.Arrays.stream(codes.split(",")).mapToLong(Segment::pack).sorted().toArray();
    }

    Use build(boolean required, int most, String words) {
      var rules = new Rule[type.slots().size()];
      for (int i = 0; i < rules.length; i++) {
        rules[i] = rule(type.slots().get(i), (i + 1) * 100);
      }
      return new Use(
          type.name(),
          Segment.id(type.name()),
          required,
          most,
          rules,
          type.notes(),
          telling,
          tellingPart,
          tellingCodes,
          Use.period(rules),
          words);
    }

    private Rule rule(Dictionary.Slot slot, int key) {
      var said = says.get(key);
      if (says.isEmpty()) {
        return Use.baseRule(slot);
      }
      if (said == null) {
        return new Rule(slot.element(), false, false, slot.repeats(), new long[0], new Rule[0]);
      }
      var slots = slot.element().parts();
      var parts = new Rule[slots.size()];
      boolean detailed = false;
      for (int i = 1; i <= parts.length; i++) {
        detailed |= says.containsKey(key + i);
      }
      for (int i = 0; i < parts.length; i++) {
        var part = slots.get(i);
        var partSaid = says.get(key + i + 1);
        parts[i] =
            !detailed
                ? Use.baseRule(part)
                : new Rule(
                    part.element(),
                    partSaid != null,
                    partSaid != null && (partSaid.required || part.mandatory()),
                    1,
                    partSaid == null ? new long[0] : partSaid.codes,
                    new Rule[0]);
      }
      return new Rule(
          slot.element(),
          true,
          said.required || slot.mandatory(),
          said.repeats == 0 ? slot.repeats() : said.repeats,
          said.codes,
          parts);
    }
  }
}
