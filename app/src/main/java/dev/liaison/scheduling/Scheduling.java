package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** The calendar, as other modules see it. */
@Service
public class Scheduling {
  /** The first openings, soonest first. */
  public List<Opening> openings(Actor actor, OpeningQuestion question, int limit) {
    throw new UnsupportedOperationException("scheduling: not landed yet");
  }

  /**
   * Books every needed resource or none.
   *
   * <p>Any number of desks may ask for the same time at once: one is {@link BookingOutcome.Booked},
   * the others learn that the slot is taken. Within a caller's transaction a refusal undoes only
   * itself.
   */
  public BookingOutcome book(Actor actor, BookingRequest request) {
    throw new UnsupportedOperationException("scheduling: not landed yet");
  }
}
