package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.desk.FollowUp.Offer;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingOutcome.Changed;
import dev.liaison.scheduling.BookingOutcome.InThePast;
import dev.liaison.scheduling.BookingOutcome.OutsideTemplate;
import dev.liaison.scheduling.BookingOutcome.PatientConflict;
import dev.liaison.scheduling.BookingOutcome.Refused;
import dev.liaison.scheduling.BookingOutcome.SlotTaken;
import dev.liaison.scheduling.BookingOutcome.Unknown;
import dev.liaison.scheduling.Opening;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says why a booking that belongs to a step of a visit was refused, and what is free instead. */
@Component
class LostWords {
  private final FollowUp offers;

  LostWords(FollowUp offers) {
    this.offers = offers;
  }

  String says(Actor actor, BookingOutcome refusal, String name) {
    var nothing = " Nothing was changed for " + name + ".";
    return switch (refusal) {
      case SlotTaken(var taker, var others) ->
          "That time was just booked"
              + (taker == null || taker.name() == null ? "" : " by " + taker.name())
              + "."
              + nothing
              + nearest(others);
      case PatientConflict(_, _, var others) ->
          name + " is expected elsewhere at that time." + nothing + nearest(others);
      case OutsideTemplate(var others) ->
          "Nobody takes that visit at that time." + nothing + nearest(others);
      case InThePast(var others) -> "That time is past." + nothing + nearest(others);
      case Refused(var why) -> why + nothing;
      case Changed _, Unknown _ -> "That opening is not to be had any more." + nothing;
      case Booked _ -> throw new IllegalStateException("A booking is no refusal");
    };
  }

  private static String nearest(List<Opening> others) {
    return others.isEmpty() ? " Nothing near to it is free." : " The nearest to it:";
  }

  /** What is free near to what was asked, nearest first. */
  List<Offer> alternatives(Actor actor, BookingOutcome refusal) {
    var openings =
        switch (refusal) {
          case SlotTaken(_, var others) -> others;
          case PatientConflict(_, _, var others) -> others;
          case OutsideTemplate(var others) -> others;
          case InThePast(var others) -> others;
          case Booked _, Changed _, Refused _, Unknown _ -> List.<Opening>of();
        };
    return offers.offers(actor, openings.stream().limit(FollowUp.SHOWN).toList());
  }
}
