package dev.liaison.x12.guide;

import dev.liaison.x12.Delimiters;
import dev.liaison.x12.Fault;
import dev.liaison.x12.Segment;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.guide.Dictionary.Note;
import java.util.function.Consumer;

/** Checks elements and components of a segment against one use of it. Allocates only for errors. */
final class ElementCheck {
  private static final int NOT_DIGIT = 1;
  private static final int NOT_DECIMAL = 2;
  private static final int CONTROL = 4;
  private static final int COMPONENT = 8;
  private static final int REPETITION = 16;
  private static final int NOT_BLANK = 32;

  private final Consumer<X12Error> errors;
  private final int[] classes = new int[256];
  private Delimiters delimiters = Delimiters.USUAL;

  ElementCheck(Consumer<X12Error> errors) {
    this.errors = errors;
    classify();
  }

  void use(Delimiters delimiters) {
    if (!delimiters.equals(this.delimiters)) {
      this.delimiters = delimiters;
      classify();
    }
  }

  private void classify() {
    for (int b = 0; b < 256; b++) {
      int flags = b == ' ' ? 0 : NOT_BLANK;
      if (b < '0' || b > '9') {
        flags |= NOT_DIGIT;
        if (b != '.' && b != '-') {
          flags |= NOT_DECIMAL;
        }
      }
      if (b < ' ' || b == 127) {
        flags |= CONTROL;
      }
      classes[b] = flags;
    }
    classes[delimiters.component() & 0xff] |= COMPONENT;
    if (delimiters.repetition() != Delimiters.NONE) {
      classes[delimiters.repetition() & 0xff] |= REPETITION;
    }
  }

  void check(Segment segment, Use use) {
    var rules = use.rules();
    int size = segment.size();
    for (int i = 0; i < rules.length; i++) {
      var rule = rules[i];
      int element = i + 1;
      if (element > size || !segment.has(element)) {
        if (rule.required()) {
          report(Fault.ELEMENT_MISSING, segment, element, 0, 0, rule, 0, 0);
        }
      } else if (!rule.used()) {
        report(
            Fault.ELEMENT_NOT_USED,
            segment,
            element,
            0,
            0,
            rule,
            segment.from(element),
            segment.to(element));
      } else {
        element(segment, element, rule);
      }
    }
    if (size > rules.length) {
      for (int element = rules.length + 1; element <= size; element++) {
        if (segment.has(element)) {
          errors.accept(
              X12Error.at(
                      Fault.ELEMENTS_TOO_MANY, segment.offset(), segment.name(), segment.position())
                  .element(element, segment.text(element)));
          break;
        }
      }
    }
    notes(segment, use);
    if (use.period() > 0 && segment.has(use.period()) && segment.has(use.period() + 1)) {
      period(segment, use);
    }
  }

  private void element(Segment segment, int element, Rule rule) {
    int from = segment.from(element);
    int to = segment.to(element);
    if (rule.repeats() <= 1) {
      one(segment, element, 0, rule, from, to);
      return;
    }
    byte[] bytes = segment.raw();
    byte separator = delimiters.repetition();
    int repetition = 1;
    int start = from;
    for (int p = from; p <= to; p++) {
      if (p == to || (separator != Delimiters.NONE && bytes[p] == separator)) {
        if (repetition == rule.repeats() + 1) {
          report(Fault.REPETITIONS_TOO_MANY, segment, element, 0, repetition, rule, start, p);
          return;
        }
        one(segment, element, repetition, rule, start, p);
        start = p + 1;
        repetition++;
      }
    }
  }

  private void one(Segment segment, int element, int repetition, Rule rule, int from, int to) {
    if (rule.parts().length == 0) {
      simple(segment, element, 0, repetition, rule, from, to);
      return;
    }
    byte[] bytes = segment.raw();
    byte separator = delimiters.component();
    int part = 0;
    int start = from;
    var parts = rule.parts();
    long present = 0;
    for (int p = from; p <= to; p++) {
      if (p == to || bytes[p] == separator) {
        if (part >= parts.length) {
          if (p > start) {
            report(
                Fault.COMPONENTS_TOO_MANY, segment, element, part + 1, repetition, rule, start, p);
            return;
          }
        } else if (p > start) {
          present |= 1L << part;
          if (parts[part].used()) {
            simple(segment, element, part + 1, repetition, parts[part], start, p);
          } else {
            report(
                Fault.ELEMENT_NOT_USED,
                segment,
                element,
                part + 1,
                repetition,
                parts[part],
                start,
                p);
          }
        }
        part++;
        start = p + 1;
      }
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].required() && (present & 1L << i) == 0) {
        report(Fault.ELEMENT_MISSING, segment, element, i + 1, repetition, parts[i], 0, 0);
      }
    }
    for (var note : rule.element().notes()) {
      int missing = broken(note, present << 1);
      if (missing > 0) {
        report(condition(note), segment, element, missing, repetition, parts[missing - 1], 0, 0);
      }
    }
  }

  private void simple(
      Segment segment, int element, int part, int repetition, Rule rule, int from, int to) {
    byte[] bytes = segment.raw();
    int flags = 0;
    for (int i = from; i < to; i++) {
      flags |= classes[bytes[i] & 0xff];
    }
    if ((flags & (CONTROL | COMPONENT | REPETITION)) != 0) {
      var fault =
          (flags & CONTROL) != 0
              ? Fault.ELEMENT_CHARACTER
              : (flags & COMPONENT) != 0 ? Fault.COMPONENTS_TOO_MANY : Fault.REPETITIONS_TOO_MANY;
      report(fault, segment, element, part, repetition, rule, from, to);
      return;
    }
    var type = rule.element().type();
    int length = to - from;
    switch (type) {
      case AN -> {}
      case ID -> {
        if ((flags & NOT_BLANK) == 0) {
          report(Fault.ELEMENT_CODE, segment, element, part, repetition, rule, from, to);
          return;
        }
      }
      case N0 -> {
        int sign = bytes[from] == '-' ? 1 : 0;
        if ((flags & NOT_DIGIT) != 0 && !digits(bytes, from + sign, to)) {
          report(Fault.ELEMENT_CHARACTER, segment, element, part, repetition, rule, from, to);
          return;
        }
        length -= sign;
      }
      case R -> {
        if ((flags & NOT_DIGIT) != 0) {
          int marks = decimal(bytes, from, to);
          if ((flags & NOT_DECIMAL) != 0 || marks < 0) {
            report(Fault.ELEMENT_CHARACTER, segment, element, part, repetition, rule, from, to);
            return;
          }
          length -= marks;
        }
      }
      case DT -> {
        if (!Dates.date(bytes, from, to)) {
          report(Fault.ELEMENT_DATE, segment, element, part, repetition, rule, from, to);
          return;
        }
      }
      case TM -> {
        if (!Dates.time(bytes, from, to)) {
          report(Fault.ELEMENT_TIME, segment, element, part, repetition, rule, from, to);
          return;
        }
      }
    }
    if (length > rule.element().longest()) {
      report(Fault.ELEMENT_TOO_LONG, segment, element, part, repetition, rule, from, to);
    } else if (length < rule.element().shortest()) {
      report(Fault.ELEMENT_TOO_SHORT, segment, element, part, repetition, rule, from, to);
    } else if (rule.codes().length > 0 && !rule.allows(segment.packed(from, to))) {
      report(Fault.ELEMENT_CODE, segment, element, part, repetition, rule, from, to);
    }
  }

  private static boolean digits(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return to > from;
  }

  /** How many of the characters are sign and point, -1 when these are no decimal number. */
  private static int decimal(byte[] bytes, int from, int to) {
    int marks = 0;
    int digits = 0;
    boolean point = false;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '-' && i == from) {
        marks++;
      } else if (bytes[i] == '.' && !point) {
        point = true;
        marks++;
      } else if (bytes[i] >= '0' && bytes[i] <= '9') {
        digits++;
      } else {
        return -1;
      }
    }
    return digits == 0 ? -1 : marks;
  }

  private void notes(Segment segment, Use use) {
    if (use.notes().isEmpty()) {
      return;
    }
    long present = 0;
    for (int i = Math.min(segment.size(), 62); i > 0; i--) {
      if (segment.has(i)) {
        present |= 1L << i;
      }
    }
    for (int i = 0; i < use.notes().size(); i++) {
      var note = use.notes().get(i);
      int missing = broken(note, present);
      if (missing > 0) {
        report(condition(note), segment, missing, 0, 0, use.rules()[missing - 1], 0, 0);
      }
    }
  }

  private static Fault condition(Note note) {
    return note.kind() == 'E' ? Fault.ELEMENT_EXCLUSION : Fault.ELEMENT_CONDITION;
  }

  /** The first place that breaks the rule, 0 when it holds. */
  private static int broken(Note note, long present) {
    int[] places = note.places();
    boolean first = (present & 1L << places[0]) != 0;
    int there = 0;
    int absent = 0;
    int last = 0;
    for (int place : places) {
      if ((present & 1L << place) != 0) {
        there++;
        last = place;
      } else if (absent == 0) {
        absent = place;
      }
    }
    return switch (note.kind()) {
      case 'P' -> there == 0 || there == places.length ? 0 : absent;
      case 'R' -> there > 0 ? 0 : places[0];
      case 'E' -> there <= 1 ? 0 : last;
      case 'C' -> first && there < places.length ? absent : 0;
      case 'L' -> first && there == 1 ? places[1] : 0;
      default -> 0;
    };
  }

  private void period(Segment segment, Use use) {
    int format = use.period();
    if (!Dates.period(
        segment.packed(format), segment.raw(), segment.from(format + 1), segment.to(format + 1))) {
      report(
          Fault.ELEMENT_DATE,
          segment,
          format + 1,
          0,
          0,
          use.rules()[format],
          segment.from(format + 1),
          segment.to(format + 1));
    }
  }

  private void report(
      Fault fault,
      Segment segment,
      int element,
      int part,
      int repetition,
      Rule rule,
      int from,
      int to) {
    errors.accept(
        new X12Error(
            fault,
            segment.offset(),
            segment.name(),
            segment.position(),
            element,
            part,
            repetition > 1 ? repetition : 0,
            rule.element().reference(),
            segment.clip(from, to),
            rule.element().words()));
  }
}
