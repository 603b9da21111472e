package dev.liaison.x12.ack;

import dev.liaison.x12.Segment;
import dev.liaison.x12.X12Writer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * 999 (005010X231A1): what became of one functional group and of each set in it. Reads a 997 too,
 * whose AK3, AK4 and AK5 say the same with fewer codes.
 *
 * @param kind GS01 of the group answered (AK101)
 * @param number its GS06 (AK102)
 * @param guide its GS08 (AK103), empty in a 997
 * @param outcome A, E, P partly accepted, R, or M, W, X rejected for security (AK901)
 * @param included sets the group says it has (AK902)
 * @param received sets found (AK903)
 * @param accepted sets accepted (AK904)
 * @param errors codes of AK905 to AK909
 */
public record FunctionalAcknowledgment(
    String kind,
    String number,
    String guide,
    List<SetOutcome> sets,
    String outcome,
    int included,
    int received,
    int accepted,
    List<String> errors) {

  public FunctionalAcknowledgment {
    sets = List.copyOf(sets);
    errors = List.copyOf(errors);
  }

  /** AK2 to IK5, one set; {@code errors} are the codes of IK502 to IK506. */
  public record SetOutcome(
      String kind,
      String number,
      String guide,
      String outcome,
      List<String> errors,
      List<SegmentError> segments) {
    public SetOutcome {
      errors = List.copyOf(errors);
      segments = List.copyOf(segments);
    }

    /** {@code E} is accepted. */
    public boolean accepted() {
      return outcome.equals("A") || outcome.equals("E");
    }
  }

  /** IK3 with its IK4; the position counts from ST, which is 1. */
  public record SegmentError(
      String segment, int position, String loop, String code, List<ElementError> elements) {
    public SegmentError {
      elements = List.copyOf(elements);
    }
  }

  /**
   * IK4.
   *
   * @param component 0 when the element as a whole is meant
   * @param repetition 0 when the element does not repeat
   * @param reference number in the dictionary of data elements, 0 when not told
   */
  public record ElementError(
      int element, int component, int repetition, int reference, String code, String value) {}

  /** Writes one 999. */
  public void write(X12Writer writer, String setNumber) throws IOException {
    writer.set("999", setNumber, "005010X231A1");
    writer.segment("AK1", kind, number, guide);
    for (var set : sets) {
      writer.segment("AK2", set.kind(), set.number(), set.guide());
      for (var segment : set.segments()) {
        writer.segment(
            "IK3",
            segment.segment(),
            Integer.toString(segment.position()),
            segment.loop(),
            segment.code());
        for (var element : segment.elements()) {
          writer.start("IK4");
          writer.composite(
              Integer.toString(element.element()),
              number(element.component()),
              number(element.repetition()));
          writer.element(number(element.reference())).element(element.code());
          writer.element(element.value()).end();
        }
      }
      writer.start("IK5").element(set.outcome());
      for (var code : set.errors().stream().limit(5).toList()) {
        writer.element(code);
      }
      writer.end();
    }
    writer.start("AK9").element(outcome).element(Integer.toString(included));
    writer.element(Integer.toString(received)).element(Integer.toString(accepted));
    for (var code : errors.stream().limit(5).toList()) {
      writer.element(code);
    }
    writer.end().closeSet();
  }

  private static String number(int value) {
    return value == 0 ? "" : Integer.toString(value);
  }

  /** Builds the value while the segments of a 999 or 997 go by. */
  public static final class Reader {
    private final List<SetOutcome> sets = new ArrayList<>();
    private final List<SegmentError> segments = new ArrayList<>();
    private final List<ElementError> elements = new ArrayList<>();
    private String kind = "";
    private String number = "";
    private String guide = "";
    private String[] set = {"", "", ""};
    private String[] segment = {"", "", "", ""};
    private String outcome = "";
    private final int[] counts = new int[3];
    private List<String> errors = List.of();

    public void accept(Segment s) {
      switch (s.name()) {
        case "AK1" -> {
          kind = s.text(1);
          number = s.text(2);
          guide = s.text(3);
        }
        case "AK2" -> set = new String[] {s.text(1), s.text(2), s.text(3)};
        case "IK3", "AK3" -> {
          endSegment();
          segment = new String[] {s.text(1), s.text(2), s.text(3), s.text(4)};
        }
        case "IK4", "AK4" ->
            elements.add(
                new ElementError(
                    whole(s.text(1, 1)),
                    whole(s.text(1, 2)),
                    whole(s.text(1, 3)),
                    whole(s.text(2)),
                    s.text(3),
                    s.text(4)));
        case "IK5", "AK5" -> {
          endSegment();
          sets.add(new SetOutcome(set[0], set[1], set[2], s.text(1), codes(s, 2), segments));
          segments.clear();
        }
        case "AK9" -> {
          outcome = s.text(1);
          for (int i = 0; i < 3; i++) {
            counts[i] = whole(s.text(i + 2));
          }
          errors = codes(s, 5);
        }
        default -> {
          // CTX repeats in other words what IK3 and IK4 have said
        }
      }
    }

    public FunctionalAcknowledgment end() {
      endSegment();
      return new FunctionalAcknowledgment(
          kind, number, guide, sets, outcome, counts[0], counts[1], counts[2], errors);
    }

    private void endSegment() {
      if (!segment[0].isEmpty()) {
        segments.add(
            new SegmentError(segment[0], whole(segment[1]), segment[2], segment[3], elements));
      }
      segment = new String[] {"", "", "", ""};
      elements.clear();
    }

    private static List<String> codes(Segment s, int from) {
      var codes = new ArrayList<String>();
      for (int i = from; i <= s.size(); i++) {
        if (s.has(i)) {
          codes.add(s.text(i));
        }
      }
      return codes;
    }

    private static int whole(String text) {
      return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
  }
}
