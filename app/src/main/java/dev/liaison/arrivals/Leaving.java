package dev.liaison.arrivals;

import dev.liaison.arrivals.VisitOutcome.BookingRefused;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.arrivals.VisitOutcome.NotNow;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.Scheduling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/** The end of a visit, and its undoing: the two steps that reach into the calendar. */
@Component
class Leaving {
  private static final int AS_BOOKED = 1;

  private final Visits visits;
  private final VisitChanges changes;
  private final Scheduling scheduling;

  Leaving(Visits visits, VisitChanges changes, Scheduling scheduling) {
    this.visits = visits;
    this.changes = changes;
    this.scheduling = scheduling;
  }

  VisitOutcome checkOut(
      Actor actor,
      Visit seen,
      int version,
      @Nullable BookingRequest followUp,
      TransactionStatus tx) {
    if (seen.version() == version && !seen.stage().leadsTo(Stage.FINISHED)) {
      return new NotNow(seen);
    }
    var outcome = changes.make(actor, version, changes.step(seen).to(Stage.FINISHED));
    if (!(outcome instanceof Done(var finished))) {
      return outcome;
    }
    var appointment = finished.appointment();
    if (appointment != null) {
      scheduling.fulfil(actor, appointment);
    }
    return followUp == null ? outcome : withFollowUp(actor, finished, followUp, tx);
  }

  /** Sent twice, the request of the form books once: the second time finds the same appointment. */
  private VisitOutcome withFollowUp(
      Actor actor, Visit finished, BookingRequest followUp, TransactionStatus tx) {
    return switch (scheduling.book(actor, followUp)) {
      case Booked(var booked) -> {
        visits.rememberFollowUp(actor.organization(), finished.id(), booked);
        yield new Done(visits.find(actor.organization(), finished.id()).orElseThrow());
      }
      case BookingOutcome refusal -> {
        tx.setRollbackOnly();
        yield new BookingRefused(refusal);
      }
    };
  }

  VisitOutcome takeBack(Actor actor, Visit seen, int version) {
    var history = changes.history(actor, seen.id());
    var before = history.before(seen.stage());
    if (before.isEmpty() && seen.stage() != Stage.ARRIVED) {
      return new NotNow(seen);
    }
    var step = changes.step(seen).because("Taken back");
    var outcome =
        changes.make(
            actor,
            version,
            before
                .map(stood -> step.to(stood.stage(), stood.since()))
                .orElseGet(() -> step.to(Stage.ENTERED_IN_ERROR)));
    if (outcome instanceof Done && seen.stage() == Stage.FINISHED) {
      reopen(actor, seen);
    }
    return outcome;
  }

  private void reopen(Actor actor, Visit seen) {
    var appointment = seen.appointment();
    if (appointment != null) {
      scheduling.resume(actor, appointment);
    }
    var followUp = seen.followUpAppointment();
    if (followUp != null) {
      free(actor, seen, followUp);
    }
  }

  /** A follow-up that someone has moved or confirmed since is theirs now, and stays. */
  private void free(Actor actor, Visit seen, AppointmentId followUp) {
    scheduling.cancel(actor, followUp, AS_BOOKED, "Check-out taken back");
    visits.rememberFollowUp(actor.organization(), seen.id(), null);
  }
}
