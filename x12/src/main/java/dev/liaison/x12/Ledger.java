package dev.liaison.x12;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

/** Compares what envelopes say of themselves with what is there: numbers, counts, repetitions. */
final class Ledger {
  private static final Set<String> VERSIONS =
      Set.of(
          "00200", "00300", "00400", "00401", "00402", "00403", "00404", "00405", "00406", "00500",
          "00501", "00502", "00503", "00504", "00505", "00600", "00602", "00700", "00701", "00801",
          "00802");
  private static final int[] LENGTHS = {3, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

  private final Consumer<X12Error> errors;
  private final Numbers interchanges = new Numbers();
  private final Numbers groups = new Numbers();
  private final Numbers sets = new Numbers();
  private int groupCount;
  private int setCount;
  private int mistakes;

  Ledger(Consumer<X12Error> errors) {
    this.errors = errors;
  }

  /** Errors, warnings aside, of envelopes since {@link #openSet}. */
  int mistakes() {
    return mistakes;
  }

  void report(Fault fault, Segment at) {
    report(X12Error.at(fault, at.offset(), at.name(), at.position()));
  }

  void report(Fault fault, Segment at, int element) {
    report(
        X12Error.at(fault, at.offset(), at.name(), at.position())
            .element(element, at.text(element)));
  }

  private void report(X12Error error) {
    if (!error.warning()) {
      mistakes++;
    }
    errors.accept(error);
  }

  void openInterchange(Segment isa, Interchange interchange) {
    groups.clear();
    groupCount = 0;
    lengths(isa);
    check(isa, 1, two(interchange.authorizationQualifier()), Fault.INTERCHANGE_AUTHORIZATION);
    check(isa, 3, two(interchange.securityQualifier()), Fault.INTERCHANGE_SECURITY);
    check(isa, 5, two(interchange.senderQualifier()), Fault.INTERCHANGE_SENDER_QUALIFIER);
    check(isa, 6, printable(interchange.sender()), Fault.INTERCHANGE_SENDER);
    check(isa, 7, two(interchange.receiverQualifier()), Fault.INTERCHANGE_RECEIVER_QUALIFIER);
    check(isa, 8, printable(interchange.receiver()), Fault.INTERCHANGE_RECEIVER);
    check(isa, 9, date(interchange.date()), Fault.INTERCHANGE_DATE);
    check(isa, 10, time(interchange.time()), Fault.INTERCHANGE_TIME);
    check(isa, 12, VERSIONS.contains(interchange.version()), Fault.INTERCHANGE_VERSION);
    check(isa, 13, digits(interchange.number(), 9, 9), Fault.INTERCHANGE_NUMBER);
    check(isa, 14, isa.equals(14, "0") || isa.equals(14, "1"), Fault.INTERCHANGE_ACKNOWLEDGMENT);
    check(
        isa,
        15,
        isa.equals(15, "P") || isa.equals(15, "T") || isa.equals(15, "I"),
        Fault.INTERCHANGE_USAGE);
    if (!interchanges.add(
        interchange.sender() + '\n' + interchange.receiver() + '\n' + interchange.number())) {
      report(Fault.INTERCHANGE_REPEATED, isa, 13);
    }
  }

  void closeInterchange(Segment iea, Interchange interchange) {
    if (!iea.text(1).equals(Integer.toString(groupCount)) && number(iea.text(1)) != groupCount) {
      report(Fault.INTERCHANGE_COUNT, iea, 1);
    }
    if (!iea.text(2).equals(interchange.number())) {
      report(Fault.INTERCHANGE_NUMBER_MISMATCH, iea, 2);
    }
  }

  void openGroup(Segment gs, Group group) {
    sets.clear();
    setCount = 0;
    groupCount++;
    if (gs.size() < 8 || group.kind().length() != 2 || group.guide().isEmpty()) {
      report(Fault.BAD_GROUP_HEADER, gs);
    } else if (!digits(group.number().strip(), 1, 9)) {
      report(Fault.GROUP_NUMBER, gs, 6);
    }
    if (!groups.add(group.number())) {
      report(Fault.GROUP_REPEATED, gs, 6);
    }
  }

  void closeGroup(Segment ge, Group group) {
    if (number(ge.text(1)) != setCount) {
      report(Fault.GROUP_COUNT, ge, 1);
    }
    if (!sameNumber(ge.text(2), group.number())) {
      report(Fault.GROUP_NUMBER_MISMATCH, ge, 2);
    }
  }

  void openSet(Segment st, SetHeader set) {
    mistakes = 0;
    setCount++;
    if (!digits(set.kind(), 3, 3)) {
      report(Fault.SET_IDENTIFIER, st, 1);
    }
    if (set.number().length() < 4 || set.number().length() > 9 || !alphanumeric(set.number())) {
      report(Fault.SET_NUMBER, st, 2);
    }
    if (!sets.add(set.number())) {
      report(Fault.SET_REPEATED, st, 2);
    }
  }

  void closeSet(Segment se, SetHeader set) {
    if (number(se.text(1)) != se.position()) {
      report(Fault.SET_COUNT, se, 1);
    }
    if (!se.text(2).equals(set.number())) {
      report(Fault.SET_NUMBER_MISMATCH, se, 2);
    }
  }

  private void check(Segment isa, int element, boolean sound, Fault fault) {
    if (!sound) {
      report(fault, isa, element);
    }
  }

  private void lengths(Segment isa) {
    for (int element = 1; element <= 16; element++) {
      int length = isa.starts[element + 1] - 1 - isa.starts[element];
      if (length != LENGTHS[element]
          && (element == 2 || element == 4 || element == 6 || element == 8)) {
        report(Fault.INTERCHANGE_LENGTH, isa, element);
        return;
      }
    }
  }

  private static boolean two(String qualifier) {
    return qualifier.length() == 2 && alphanumeric(qualifier);
  }

  private static boolean printable(String text) {
    return !text.isEmpty()
        && text.length() <= 15
        && text.chars().allMatch(c -> c >= ' ' && c != 127);
  }

  private static boolean alphanumeric(String text) {
    return text.chars().allMatch(c -> c < 128 && Delimiters.letterOrDigit((byte) c));
  }

  static boolean digits(String text, int least, int most) {
    return text.length() >= least
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean date(String text) {
    if (!digits(text, 6, 6)) {
      return false;
    }
    try {
      LocalDate.of(
          2000 + Integer.parseInt(text, 0, 2, 10),
          Integer.parseInt(text, 2, 4, 10),
          Integer.parseInt(text, 4, 6, 10));
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static boolean time(String text) {
    return digits(text, 4, 4)
        && Integer.parseInt(text, 0, 2, 10) < 24
        && Integer.parseInt(text, 2, 4, 10) < 60;
  }

  private static long number(String text) {
    return digits(text, 1, 10) ? Long.parseLong(text) : -1;
  }

  /** GS06 is a number, so leading zeros do not count; ST02 and ISA13 are compared as they stand. */
  private static boolean sameNumber(String left, String right) {
    return left.equals(right) || (number(left) >= 0 && number(left) == number(right.strip()));
  }
}
