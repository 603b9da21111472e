package dev.liaison.arrivals;

import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import java.time.Instant;

/** What became of a change to a visit: the visit as it is now, or why nothing changed. */
public sealed interface VisitOutcome {
  /** Done, now or by an earlier submit of the same. */
  record Done(Visit visit) implements VisitOutcome {}

  /** No such visit or appointment in this organization. */
  record Unknown() implements VisitOutcome {}

  /** Someone changed the visit after this desk saw it; it is shown as it is now. */
  record ChangedMeanwhile(Visit now, StageChange last) implements VisitOutcome {}

  /** That step does not follow from the stage the visit is at. */
  record NotNow(Visit now) implements VisitOutcome {}

  /** The appointment is not one that a patient can arrive for. */
  record NotExpected(AppointmentId appointment, Reason reason, Instant startsAt)
      implements VisitOutcome {
    /** Why nobody is expected. */
    public enum Reason {
      CANCELLED,
      NO_SHOW,
      ANOTHER_DAY,
      OVER
    }
  }

  /** Two identifiers have not been confirmed. */
  record IdentityOpen() implements VisitOutcome {}

  /** Another patient is in that room, or the place has no such room. */
  record RoomNotFree() implements VisitOutcome {}

  /** The appointment that belongs to this step could not be booked, so nothing changed at all. */
  record BookingRefused(BookingOutcome refusal) implements VisitOutcome {}
}
