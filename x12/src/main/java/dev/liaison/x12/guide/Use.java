package dev.liaison.x12.guide;

import dev.liaison.x12.Segment;
import dev.liaison.x12.guide.Dictionary.Note;
import dev.liaison.x12.guide.Dictionary.Slot;
import java.util.Arrays;
import java.util.List;

/**
 * One use of a segment in a guide.
 *
 * @param telling the element by whose codes this use differs from others, 0 when it need not
 * @param tellingPart its component, 0 when the element is simple
 * @param tellingCodes packed and sorted
 * @param period the element that holds the format of the date behind it, 0 when there is none
 */
record Use(
    String name,
    int id,
    boolean required,
    int most,
    Rule[] rules,
    List<Note> notes,
    int telling,
    int tellingPart,
    long[] tellingCodes,
    int period,
    String words) {

  /** The segment as the dictionary has it, when no guide says more. */
  static Use base(String name, List<Slot> slots, List<Note> notes) {
    var rules = slots.stream().map(Use::baseRule).toArray(Rule[]::new);
    return new Use(
        name,
        Segment.id(name),
        false,
        Integer.MAX_VALUE,
        rules,
        notes,
        0,
        0,
        new long[0],
        period(rules),
        "");
  }

  static Rule baseRule(Slot slot) {
    var parts = slot.element().parts().stream().map(Use::baseRule).toArray(Rule[]::new);
    return new Rule(slot.element(), true, slot.mandatory(), slot.repeats(), new long[0], parts);
  }

  static int period(Rule[] rules) {
    for (int i = 0; i + 1 < rules.length; i++) {
      if (rules[i].element().number().equals("1250")
          && rules[i + 1].element().number().equals("1251")) {
        return i + 1;
      }
    }
    return 0;
  }

  boolean matches(Segment segment) {
    if (telling == 0) {
      return true;
    }
    long value =
        tellingPart == 0
            ? segment.packed(telling)
            : Segment.pack(segment.text(telling, tellingPart));
    return Arrays.binarySearch(tellingCodes, value) >= 0;
  }

  /** Whether some segment would match both. */
  boolean overlaps(Use other) {
    if (id != other.id) {
      return false;
    }
    if (telling == 0
        || other.telling == 0
        || telling != other.telling
        || tellingPart != other.tellingPart) {
      return true;
    }
    for (long code : tellingCodes) {
      if (Arrays.binarySearch(other.tellingCodes, code) >= 0) {
        return true;
      }
    }
    return false;
  }
}
