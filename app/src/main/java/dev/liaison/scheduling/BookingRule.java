package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.Actor;
import java.util.Optional;

/**
 * A say in what may be done to an appointment, for modules above that know more of it: whether the
 * patient is already here. A bean of this type is found by itself and asked in the transaction of
 * the change, with the appointment's row locked.
 */
public interface BookingRule {
  /** What is about to be done. */
  enum Act {
    MOVE,
    CANCEL,
    NO_SHOW,
    ENTERED_IN_ERROR
  }

  /**
   * Why not, as a whole sentence for the desk: {@code Luz is here since 9:53am; check out first.}
   */
  Optional<String> objection(Actor actor, Appointment appointment, Act act);
}
