package dev.liaison.x12.guide;

import dev.liaison.x12.Delimiters;
import dev.liaison.x12.Fault;
import dev.liaison.x12.Segment;
import dev.liaison.x12.SetHeader;
import dev.liaison.x12.X12Error;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks a transaction set along its guide and says where each segment belongs and what is wrong
 * with it. Where there is no table for the guide, the dictionary's syntax is checked alone.
 *
 * <p>Call {@link #begin} at ST, {@link #accept} at each segment, {@link #end} at SE. For one
 * thread; used again for set after set.
 */
public final class Checker {
  private static final int HL = Segment.id("HL");

  private final Consumer<X12Error> errors;
  private final ElementCheck elements;
  private @Nullable Guide guide;
  private @Nullable Loop current;
  private @Nullable Use use;
  private int[][] counts = new int[0][];
  private int[] reached = new int[0];
  private int levels;
  private int found;

  public Checker(Consumer<X12Error> errors) {
    this.errors = this::count;
    this.sink = errors;
    this.elements = new ElementCheck(this.errors);
  }

  private final Consumer<X12Error> sink;

  private void count(X12Error error) {
    if (!error.warning()) {
      found++;
    }
    sink.accept(error);
  }

  /** Errors of this set so far, warnings aside. */
  public int found() {
    return found;
  }

  /** At ST. */
  public void begin(SetHeader set, Segment st, Delimiters delimiters) {
    found = 0;
    levels = 0;
    elements.use(delimiters);
    var next = Guide.of(set.kind(), set.guide()).orElse(null);
    if (next != guide) {
      guide = next;
      if (next != null) {
        counts =
            next.loops().stream().map(loop -> new int[loop.entries.length]).toArray(int[][]::new);
        reached = new int[counts.length];
      }
    }
    if (next == null) {
      current = null;
      use = null;
      errors.accept(
          X12Error.at(Fault.GUIDE_UNKNOWN, st.offset(), "ST", 1)
              .note(set.kind() + " " + set.guide()));
      return;
    }
    open(next.root());
    use = next.root().entries[0].use();
    elements.check(st, next.root().entries[0].use());
  }

  /** At each segment between ST and SE. */
  public void accept(Segment segment) {
    if (current == null) {
      use = null;
      syntax(segment);
      return;
    }
    if (!place(segment)) {
      use = null;
      syntax(segment);
    } else if (use != null) {
      elements.check(segment, use);
    }
    if (segment.id() == HL) {
      hierarchy(segment);
    }
  }

  /** At SE, after which nothing required may be missing. */
  public void end(Segment se) {
    if (current != null) {
      accept(se);
      current = null;
    }
  }

  /** The loop at hand, empty outside of loops and where there is no table. */
  public String loop() {
    return current == null ? "" : current.id;
  }

  /** How deep the loop is nested, 0 outside of loops. */
  public int depth() {
    return current == null ? 0 : current.depth;
  }

  /** What the loop is, in our words. */
  public String loopWords() {
    return current == null ? "" : current.words;
  }

  /** Whether the segment at hand opened the loop. */
  public boolean opened() {
    return current != null && use != null && current.depth > 0 && current.entries[0].use() == use;
  }

  /** What this use of the segment is for, in our words, empty where the guide says no more. */
  public String useWords() {
    return use == null ? "" : use.words();
  }

  private void syntax(Segment segment) {
    var type = Dictionary.get().segment(segment.id());
    if (type != null) {
      elements.check(segment, type.base());
    } else if (current == null) {
      errors.accept(
          X12Error.at(Fault.SEGMENT_UNKNOWN, segment.offset(), segment.name(), segment.position()));
    }
  }

  private void open(Loop loop) {
    Arrays.fill(counts[loop.number], 0);
    counts[loop.number][0] = 1;
    reached[loop.number] = 0;
    current = loop;
  }

  /** Finds the segment's place, innermost loop first; false when there is none. */
  private boolean place(Segment segment) {
    Loop behind = null;
    Loop full = null;
    int fullEntry = -1;
    int id = segment.id();
    for (Loop loop = current; loop != null; loop = loop.parent) {
      int[] ids = loop.ids;
      for (int i = 1; i < ids.length; i++) {
        if (ids[i] == id && loop.entries[i].use().matches(segment)) {
          if (loop.ranks[i] < reached(loop)) {
            behind = behind == null ? loop : behind;
          } else if (counts[loop.number][i] >= loop.entries[i].most()) {
            if (full == null) {
              full = loop;
              fullEntry = i;
            }
          } else {
            take(segment, loop, i);
            return true;
          }
        }
      }
    }
    if (full != null) {
      var fault =
          full.entries[fullEntry].loop() == null ? Fault.SEGMENT_REPEATS : Fault.LOOP_REPEATS;
      report(
          fault,
          segment,
          full.entries[fullEntry].loop() == null ? "" : full.entries[fullEntry].loop().id);
      take(segment, full, fullEntry);
      return true;
    }
    report(behind != null ? Fault.SEGMENT_OUT_OF_ORDER : unplaced(id), segment, loop());
    return false;
  }

  private int reached(Loop loop) {
    return reached[loop.number];
  }

  private Fault unplaced(int id) {
    if (Dictionary.get().segment(id) == null) {
      return Fault.SEGMENT_UNKNOWN;
    }
    if (guide != null) {
      for (var loop : guide.loops()) {
        for (int known : loop.ids) {
          if (known == id) {
            return Fault.SEGMENT_UNEXPECTED;
          }
        }
      }
    }
    return Fault.SEGMENT_NOT_USED;
  }

  private void take(Segment segment, Loop loop, int entry) {
    for (Loop left = current; left != null && left != loop; left = left.parent) {
      missing(segment, left, left.entries.length);
    }
    if (loop.ranks[entry] > reached[loop.number]) {
      missing(segment, loop, entry);
      reached[loop.number] = loop.ranks[entry];
    }
    counts[loop.number][entry]++;
    var inner = loop.entries[entry].loop();
    use = loop.entries[entry].use();
    if (inner == null) {
      current = loop;
    } else {
      open(inner);
    }
  }

  /** Reports what is required between the rank reached and this entry, and is not there. */
  private void missing(Segment segment, Loop loop, int entry) {
    int from = reached[loop.number];
    int to = entry < loop.entries.length ? loop.ranks[entry] : Integer.MAX_VALUE;
    int[] ranks = loop.ranks;
    for (int i = 1; i < ranks.length; i++) {
      if (ranks[i] >= from
          && ranks[i] < to
          && counts[loop.number][i] == 0
          && loop.entries[i].required()) {
        var inner = loop.entries[i].loop();
        errors.accept(
            X12Error.at(
                    Fault.SEGMENT_MISSING,
                    segment.offset(),
                    loop.entries[i].use().name(),
                    segment.position())
                .note(inner == null ? words(loop, loop.entries[i].use()) : "loop " + inner.id));
      }
    }
  }

  private static String words(Loop loop, Use use) {
    var where = loop.id.isEmpty() ? "" : "loop " + loop.id;
    return use.words().isEmpty() ? where : where + " " + use.words();
  }

  private void report(Fault fault, Segment segment, String loop) {
    errors.accept(
        X12Error.at(fault, segment.offset(), segment.name(), segment.position())
            .note(loop.isEmpty() ? "" : "loop " + loop));
  }

  /** HL01 counts from 1; HL02 names a level that was there before. */
  private void hierarchy(Segment hl) {
    levels++;
    long number = number(hl, 1);
    if (number != levels) {
      level(hl, 1);
    }
    if (hl.has(2)) {
      long parent = number(hl, 2);
      if (parent < 1 || parent >= levels) {
        level(hl, 2);
      }
    }
  }

  private void level(Segment hl, int element) {
    errors.accept(
        X12Error.at(Fault.HIERARCHY, hl.offset(), "HL", hl.position())
            .element(element, hl.text(element)));
  }

  private static long number(Segment segment, int element) {
    var text = segment.text(element);
    if (text.isEmpty() || text.length() > 12) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
