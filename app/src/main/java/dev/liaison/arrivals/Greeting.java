package dev.liaison.arrivals;

import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.arrivals.VisitOutcome.NotExpected;
import dev.liaison.arrivals.VisitOutcome.NotExpected.Reason;
import dev.liaison.arrivals.VisitOutcome.NotNow;
import dev.liaison.arrivals.VisitOutcome.Unknown;
import dev.liaison.arrivals.Visits.Expected;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/** From the front door to checked in. */
@Component
class Greeting {
  private final Visits visits;
  private final VisitChanges changes;
  private final Clock clock;

  Greeting(Visits visits, VisitChanges changes, Clock clock) {
    this.visits = visits;
    this.changes = changes;
    this.clock = clock;
  }

  VisitOutcome arrive(Actor actor, AppointmentId appointment) {
    var expected = visits.expected(actor.organization(), appointment);
    if (expected.isEmpty()) {
      return new Unknown();
    }
    var visit = visits.find(actor.organization(), appointment);
    if (visit.isPresent() && visit.get().stage() != Stage.ENTERED_IN_ERROR) {
      return here(visit.get(), expected.get());
    }
    var refusal = refusal(appointment, expected.get());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return visit
        .map(seen -> again(actor, seen))
        .or(() -> changes.begin(actor, appointment).map(Done::new))
        // Another desk greeted them between our two statements.
        .orElseGet(() -> new Done(visits.find(actor.organization(), appointment).orElseThrow()));
  }

  VisitOutcome checkIn(
      Actor actor,
      AppointmentId appointment,
      int version,
      Set<Identifier> confirmed,
      TransactionStatus tx) {
    var visit = visits.find(actor.organization(), appointment);
    if (visit.isPresent() && visit.get().stage() != Stage.ENTERED_IN_ERROR) {
      return identify(actor, visit.get(), version, confirmed);
    }
    var outcome = arrive(actor, appointment);
    if (outcome instanceof Done(var arrived)) {
      outcome = identify(actor, arrived, version, confirmed);
    }
    if (!(outcome instanceof Done)) {
      tx.setRollbackOnly();
    }
    return outcome;
  }

  /** That another desk has greeted the patient meanwhile is no reason to ask again. */
  private VisitOutcome identify(Actor actor, Visit seen, int version, Set<Identifier> confirmed) {
    var step = changes.step(seen).identified();
    return switch (seen.stage()) {
      case ARRIVED -> changes.make(actor, seen.version(), step.to(Stage.CHECKED_IN), confirmed);
      case CHECKED_IN, FINISHED, LEFT_WITHOUT_BEING_SEEN, ENTERED_IN_ERROR ->
          seen.version() == version
              ? new NotNow(seen)
              : changes.meanwhile(actor, version, step.to(Stage.CHECKED_IN));
      case ROOMED, WITH_CLINICIAN, LEAVING ->
          changes.make(actor, version, step.because("Identified late"), confirmed);
    };
  }

  private VisitOutcome again(Actor actor, Visit seen) {
    return changes.make(actor, seen.version(), changes.step(seen).to(Stage.ARRIVED));
  }

  private static VisitOutcome here(Visit visit, Expected expected) {
    var appointment = visit.appointment();
    return visit.stage().isOver() && appointment != null
        ? new NotExpected(appointment, Reason.OVER, expected.startsAt())
        : new Done(visit);
  }

  private Optional<VisitOutcome> refusal(AppointmentId appointment, Expected expected) {
    var reason =
        switch (expected.status()) {
          case "booked" -> isToday(expected) ? null : Reason.ANOTHER_DAY;
          case "noshow" -> Reason.NO_SHOW;
          case "fulfilled" -> Reason.OVER;
          default -> Reason.CANCELLED;
        };
    return Optional.ofNullable(reason)
        .map(why -> new NotExpected(appointment, why, expected.startsAt()));
  }

  private boolean isToday(Expected expected) {
    var zone = expected.zone();
    return expected
        .startsAt()
        .atZone(zone)
        .toLocalDate()
        .equals(clock.instant().atZone(zone).toLocalDate());
  }
}
