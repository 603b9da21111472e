package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.BookingOutcome.InThePast;
import dev.liaison.scheduling.BookingOutcome.OutsideTemplate;
import dev.liaison.scheduling.BookingOutcome.PatientConflict;
import dev.liaison.scheduling.BookingOutcome.SlotTaken;
import dev.liaison.scheduling.Round.Again;
import dev.liaison.scheduling.Round.Outside;
import dev.liaison.scheduling.Round.Past;
import dev.liaison.scheduling.Round.PatientBusy;
import dev.liaison.scheduling.Round.Settled;
import dev.liaison.scheduling.Round.Taken;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Gives every refusal a way on; asked when nothing of the refused attempt is left. */
@Component
class Refusals {
  private final Claims claims;
  private final Nearest nearest;
  private final Transactions transactions;

  Refusals(Claims claims, Nearest nearest, Transactions transactions) {
    this.claims = claims;
    this.nearest = nearest;
    this.transactions = transactions;
  }

  BookingOutcome outcome(Actor actor, Round round) {
    return round instanceof Settled(var outcome)
        ? outcome
        : transactions.reading(actor, () -> refusal(actor, round));
  }

  private BookingOutcome refusal(Actor actor, Round round) {
    var organization = actor.organization();
    return switch (round) {
      case Settled(var outcome) -> outcome;
      case Again(var wish, var lost) -> taken(actor, wish, lost);
      case Taken(var wish, var lost) -> taken(actor, wish, lost);
      case PatientBusy(var wish, var lost) ->
          claims
              .elsewhere(organization, wish.patient(), lost.during(), wish.except())
              .<BookingOutcome>map(there ->
                  new PatientConflict(
                      new AppointmentId(there.appointmentId()),
                      new Interval(there.startsAt(), there.endsAt()),
                      nearest.to(organization, wish)))
              .orElseGet(() -> taken(actor, wish, lost));
      case Outside(var wish) -> new OutsideTemplate(nearest.to(organization, wish));
      case Past(var wish) -> new InThePast(nearest.to(organization, wish));
    };
  }

  private SlotTaken taken(Actor actor, Wish wish, Opening lost) {
    var byImportance =
        lost.claims().stream()
            .sorted(Comparator.comparing(claim -> !claim.resource().equals(lost.practitioner())))
            .toList();
    var taker = claims.taker(actor.organization(), byImportance, wish.except());
    return new SlotTaken(taker.orElse(null), nearest.to(actor.organization(), wish));
  }
}
