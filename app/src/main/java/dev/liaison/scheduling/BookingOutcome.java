package dev.liaison.scheduling;

import dev.liaison.facility.ResourceId;
import dev.liaison.platform.time.Interval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request to book or to move: an appointment, or why there is none. */
public sealed interface BookingOutcome {
  record Booked(AppointmentId appointment) implements BookingOutcome {}

  /**
   * A resource went to someone else first; the nearest openings stand in, nearest first.
   *
   * @param taker null when the time has become free again meanwhile
   */
  record SlotTaken(@Nullable Taker taker, List<Opening> alternatives) implements BookingOutcome {
    public SlotTaken {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** The patient is expected elsewhere at that time. */
  record PatientConflict(AppointmentId other, Interval during, List<Opening> alternatives)
      implements BookingOutcome {
    public PatientConflict {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Nobody works then, or nobody takes that type. */
  record OutsideTemplate(List<Opening> alternatives) implements BookingOutcome {
    public OutsideTemplate {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** The time is past, and no reason was given that allows it. */
  record InThePast(List<Opening> alternatives) implements BookingOutcome {
    public InThePast {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** The appointment was changed meanwhile, or is no longer booked; this is how it stands now. */
  record Changed(Appointment now) implements BookingOutcome {}

  /**
   * Not with this appointment as it is.
   *
   * @param why for the desk, a whole sentence
   */
  record Refused(String why) implements BookingOutcome {}

  /** The patient, type, place, practitioner or appointment is not of this organization. */
  record Unknown() implements BookingOutcome {}

  /**
   * Who has the time now.
   *
   * @param resource what was wanted and is taken
   * @param name of the person who booked it, as the desk says it; null for the product itself
   * @param at when it was booked or moved there
   */
  record Taker(ResourceId resource, @Nullable String name, Instant at) {}
}
