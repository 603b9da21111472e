package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Stage;
import dev.liaison.arrivals.VisitOutcome.ChangedMeanwhile;
import dev.liaison.arrivals.VisitOutcome.NotExpected;
import dev.liaison.platform.time.Spoken;
import java.time.Duration;
import java.time.Instant;

/** Sentences about visits: what was done, and why something was not. */
final class VisitWords {
  private VisitWords() {}

  /** {@code checked in}, as it follows a name. */
  static String is(Stage stage) {
    return switch (stage) {
      case ENTERED_IN_ERROR -> "expected again";
      case ARRIVED -> "here, to be checked in";
      case CHECKED_IN -> "checked in";
      case ROOMED -> "in a room";
      case WITH_CLINICIAN -> "with the clinician";
      case LEAVING -> "waiting to check out";
      case FINISHED -> "checked out";
      case LEFT_WITHOUT_BEING_SEEN -> "gone without being seen";
    };
  }

  /** The stage as a head in the visit's history. */
  static String title(Stage stage) {
    return switch (stage) {
      case ENTERED_IN_ERROR -> "Arrival taken back";
      case ARRIVED -> "Arrived";
      case CHECKED_IN -> "Checked in";
      case ROOMED -> "Shown to a room";
      case WITH_CLINICIAN -> "With the clinician";
      case LEAVING -> "Done in the room";
      case FINISHED -> "Checked out";
      case LEFT_WITHOUT_BEING_SEEN -> "Left without being seen";
    };
  }

  static String changed(ChangedMeanwhile meanwhile, Instant now) {
    var last = meanwhile.last();
    var who = last.who() == null ? "The desk itself" : last.who();
    return who
        + " changed this visit "
        + Spoken.ago(Duration.between(last.at(), now))
        + ": the patient is "
        + is(meanwhile.now().stage())
        + ". Nothing else was changed.";
  }

  static String notNow(Stage stage) {
    return "The patient is " + is(stage) + "; that does not follow from it. Nothing was changed.";
  }

  static String notExpected(NotExpected refusal, DayWords words) {
    return switch (refusal.reason()) {
      case CANCELLED ->
          "This appointment was cancelled. If the patient is here, press W on the board: walk-in.";
      case NO_SHOW ->
          "This appointment was marked as a no-show. If the patient has come after all, press W on"
              + " the board: walk-in.";
      case ANOTHER_DAY ->
          "This appointment is on "
              + words.day(refusal.startsAt())
              + ", not today. Move it to today, or press W on the board: walk-in.";
      case OVER -> "The visit of this appointment is over. For another one press W: walk-in.";
    };
  }
}
