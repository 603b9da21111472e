package dev.liaison.scheduling;

import dev.liaison.platform.time.Interval;
import java.util.List;

/** What became of a request to book or to move: an appointment, or why there is none. */
public sealed interface BookingOutcome {
  record Booked(AppointmentId appointment) implements BookingOutcome {}

  /** A resource went to someone else first; the nearest openings stand in, nearest first. */
  record SlotTaken(List<Opening> alternatives) implements BookingOutcome {}

  /** The patient is expected elsewhere at that time. */
  record PatientConflict(AppointmentId other, Interval during, List<Opening> alternatives)
      implements BookingOutcome {}

  /** Nobody works then, or nobody takes that type. */
  record OutsideTemplate(List<Opening> alternatives) implements BookingOutcome {}

  /** The time is past, and no reason was given that allows it. */
  record InThePast(List<Opening> alternatives) implements BookingOutcome {}

  /** The appointment was changed meanwhile, or is no longer booked. */
  record Changed(AppointmentId appointment) implements BookingOutcome {}
}
