package dev.liaison.scheduling;

import dev.liaison.scheduling.BookingOutcome.Booked;

/**
 * What one look at the calendar and one question to its keys came to. All but a booking are rolled
 * back; the way on is looked up after that.
 */
sealed interface Round {
  record Settled(BookingOutcome outcome) implements Round {}

  /** Something was free a moment ago and is claimed now: look again. */
  record Again(Wish wish, Opening lost) implements Round {}

  /**
   * @param lost what it would have been, were it free
   */
  record Taken(Wish wish, Opening lost) implements Round {}

  record PatientBusy(Wish wish, Opening lost) implements Round {}

  record Outside(Wish wish) implements Round {}

  record Past(Wish wish) implements Round {}

  default boolean booked() {
    return this instanceof Settled(Booked _);
  }
}
