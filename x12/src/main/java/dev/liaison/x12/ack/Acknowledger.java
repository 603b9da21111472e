package dev.liaison.x12.ack;

import dev.liaison.x12.Group;
import dev.liaison.x12.Interchange;
import dev.liaison.x12.Level;
import dev.liaison.x12.Segment;
import dev.liaison.x12.SetHeader;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.ack.FunctionalAcknowledgment.ElementError;
import dev.liaison.x12.ack.FunctionalAcknowledgment.SegmentError;
import dev.liaison.x12.ack.FunctionalAcknowledgment.SetOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the acknowledgments of one file while it is checked: hears the errors and the envelopes in
 * the order of the file.
 */
public final class Acknowledger {
  /** What answers one interchange: a TA1 and, unless it is rejected whole, a 999 for each group. */
  public record Answer(
      Interchange interchange,
      InterchangeAcknowledgment ta1,
      List<Group> groups,
      List<FunctionalAcknowledgment> acknowledgments) {
    public Answer {
      groups = List.copyOf(groups);
      acknowledgments = List.copyOf(acknowledgments);
    }
  }

  // Of one set; behind these the partner will mend its program, not the set.
  private static final int MOST = 10_000;

  private final List<Answer> answers = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<FunctionalAcknowledgment> functional = new ArrayList<>();
  private final List<SetOutcome> sets = new ArrayList<>();
  private final List<String> groupErrors = new ArrayList<>();
  private final List<String> setErrors = new ArrayList<>();
  private final List<X12Error> inSet = new ArrayList<>();
  private String note = "000";
  private boolean rejected;
  private boolean broken;

  /** Each error, when it is found. */
  public void error(X12Error error) {
    if (error.fault().level() == Level.INTERCHANGE) {
      if (note.equals("000") || (!rejected && !error.warning())) {
        note = error.code();
      }
      rejected |= !error.warning();
    } else if (!error.warning()) {
      switch (error.fault().level()) {
        case GROUP -> add(groupErrors, error.code());
        case SET -> add(setErrors, error.code());
        case SEGMENT, ELEMENT -> {
          if (inSet.size() < MOST) {
            inSet.add(error);
          }
        }
        case RULE, CODE -> broken = true;
        case INTERCHANGE -> {
          // above
        }
      }
    }
  }

  private static void add(List<String> codes, String code) {
    if (!codes.contains(code)) {
      codes.add(code);
    }
  }

  public void setEnds(SetHeader set) {
    var segments = segments();
    if (!segments.isEmpty()) {
      add(setErrors, "5");
    }
    if (broken) {
      add(setErrors, "I5");
    }
    sets.add(
        new SetOutcome(
            set.kind(),
            set.number(),
            set.guide(),
            setErrors.isEmpty() ? "A" : "R",
            setErrors,
            segments));
    setErrors.clear();
    inSet.clear();
    broken = false;
  }

  /** One IK3 for each error of a segment, and one for all the errors of its elements. */
  private List<SegmentError> segments() {
    var segments = new ArrayList<SegmentError>();
    for (int i = 0; i < inSet.size(); i++) {
      var error = inSet.get(i);
      if (error.fault().level() == Level.SEGMENT) {
        segments.add(
            new SegmentError(
                error.segment(), error.position(), loop(error), error.code(), List.of()));
        continue;
      }
      var elements = new ArrayList<ElementError>();
      int next = i;
      while (next < inSet.size()
          && inSet.get(next).fault().level() == Level.ELEMENT
          && inSet.get(next).offset() == error.offset()) {
        var each = inSet.get(next++);
        elements.add(
            new ElementError(
                each.element(),
                each.component(),
                each.repetition(),
                each.reference(),
                each.code(),
                each.value()));
      }
      i = next - 1;
      segments.add(new SegmentError(error.segment(), error.position(), "", "8", elements));
    }
    return segments;
  }

  private static String loop(X12Error error) {
    var note = error.note();
    if (!note.startsWith("loop ")) {
      return "";
    }
    int end = note.indexOf(' ', 5);
    var loop = end < 0 ? note.substring(5) : note.substring(5, end);
    return loop.length() <= 4 ? loop : "";
  }

  /**
   * At GE, or where the group breaks off.
   *
   * @param trailer the GE, or any other segment when there was none
   */
  public void groupEnds(Group group, Segment trailer) {
    long accepted = sets.stream().filter(SetOutcome::accepted).count();
    int included = sets.size();
    if (trailer.is("GE") && trailer.text(1).matches("[0-9]{1,6}")) {
      included = Integer.parseInt(trailer.text(1));
    }
    String outcome;
    if (!groupErrors.isEmpty() || (accepted == 0 && !sets.isEmpty())) {
      outcome = "R";
    } else {
      outcome = accepted == sets.size() ? "A" : "P";
    }
    groups.add(group);
    functional.add(
        new FunctionalAcknowledgment(
            group.kind(),
            group.number().strip(),
            group.guide(),
            sets,
            outcome,
            included,
            sets.size(),
            (int) accepted,
            groupErrors));
    sets.clear();
    groupErrors.clear();
  }

  public void interchangeEnds(Interchange interchange) {
    answers.add(
        new Answer(
            interchange,
            new InterchangeAcknowledgment(
                interchange.number(),
                interchange.date(),
                interchange.time(),
                rejected ? "R" : note.equals("000") ? "A" : "E",
                note),
            groups,
            functional));
    groups.clear();
    functional.clear();
    note = "000";
    rejected = false;
  }

  /** Answers to the interchanges that have ended so far. */
  public List<Answer> answers() {
    return List.copyOf(answers);
  }
}
