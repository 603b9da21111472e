package dev.liaison.scheduling;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingOutcome.Changed;
import dev.liaison.scheduling.BookingOutcome.Refused;
import dev.liaison.scheduling.BookingOutcome.Unknown;
import dev.liaison.scheduling.BookingRule.Act;
import dev.liaison.scheduling.Round.Again;
import dev.liaison.scheduling.Round.PatientBusy;
import dev.liaison.scheduling.Round.Settled;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Books, moves and rebooks: the changes that need the time of somebody. */
@Component
class Bookings {
  // Of several free rooms the first is asked for; who finds it gone a moment later looks again.
  // Every such round means that another desk had success, so there is an end to it.
  private static final int ROUNDS = 50;

  private final Appointments appointments;
  private final Claims claims;
  private final Judge judge;
  private final Refusals refusals;
  private final Objections objections;
  private final Transactions transactions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Bookings(
      Appointments appointments,
      Claims claims,
      Judge judge,
      Refusals refusals,
      Objections objections,
      Transactions transactions,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.judge = judge;
    this.refusals = refusals;
    this.objections = objections;
    this.transactions = transactions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  BookingOutcome book(Actor actor, BookingRequest request) {
    var outcome = settle(actor, () -> booking(actor, request));
    return outcome instanceof Booked ? outcome : bookedBefore(actor, request, outcome);
  }

  BookingOutcome move(Actor actor, MoveRequest request) {
    return settle(actor, () -> moving(actor, request));
  }

  BookingOutcome rebook(Actor actor, AppointmentId id, int version) {
    return settle(actor, () -> rebooking(actor, id, version));
  }

  private BookingOutcome settle(Actor actor, Supplier<Round> ask) {
    var round = once(actor, ask);
    for (var n = 1; n < ROUNDS && round instanceof Again; n++) {
      round = once(actor, ask);
    }
    return refusals.outcome(actor, round);
  }

  private Round once(Actor actor, Supplier<Round> ask) {
    return transactions.as(
        actor,
        tx -> {
          var round = ask.get();
          if (!round.booked()) {
            tx.setRollbackOnly();
          }
          return round;
        });
  }

  /**
   * A second click finds its own first one in the way: the form that sent both has its booking. One
   * that was cancelled since keeps no time, and its request is not a new one.
   */
  private BookingOutcome bookedBefore(
      Actor actor, BookingRequest request, BookingOutcome otherwise) {
    return transactions.reading(
        actor,
        () ->
            appointments
                .requested(actor.organization(), request.request())
                .flatMap(made -> appointments.find(actor.organization(), made))
                .<BookingOutcome>map(made ->
                    made.status().keepsItsTime() ? new Booked(made.id()) : new Changed(made))
                .orElse(otherwise));
  }

  private Round booking(Actor actor, BookingRequest request) {
    return judge.judge(
        actor,
        Wish.of(request),
        request.past(),
        found -> {
          var id = new AppointmentId(Ids.next());
          if (!appointments.add(actor, id, request, found.promise())) {
            return new Settled(new Unknown());
          }
          if (!claims.claim(actor.organization(), id, found.opening().claims(), found.sessions())) {
            return new Again(found.wish(), found.opening());
          }
          if (!claims.claimPatient(
              actor.organization(), id, request.patient(), found.opening().during())) {
            return new PatientBusy(found.wish(), found.opening());
          }
          audit.record(actor, event(Action.CREATE, id).showing(request.patient().value()));
          return booked(actor, id, found, AppointmentChanged.Kind.BOOKED);
        });
  }

  private Round moving(Actor actor, MoveRequest request) {
    return withLocked(
        actor,
        request.appointment(),
        before -> {
          if (before.version() != request.version() || !isBooked(before)) {
            return new Settled(
                isThere(before, request) ? new Booked(before.id()) : new Changed(before));
          }
          if (isOver(before)) {
            return new Settled(new Refused("That time is over. A new one is a new appointment."));
          }
          var objection = objections.to(actor, before, Act.MOVE);
          return objection.isPresent()
              ? new Settled(new Refused(objection.get()))
              : judge.judge(
                  actor,
                  Wish.toMove(before, request.practitioner(), request.start()),
                  null,
                  found -> moved(actor, before, found));
        });
  }

  private Round moved(Actor actor, Appointment before, Judge.Found found) {
    var organization = actor.organization();
    var opening = found.opening();
    if (!claims.exchange(organization, before.id(), opening.claims(), found.sessions())) {
      return new Again(found.wish(), opening);
    }
    if (!claims.exchangePatient(organization, before.id(), before.patient(), opening.during())) {
      return new PatientBusy(found.wish(), opening);
    }
    appointments.move(actor, before.id(), found.promise(), clock.instant());
    audit.record(
        actor,
        event(Action.UPDATE, before.id())
            .showing(before.patient().value())
            .with("act", "move")
            .with("from", before.during().start())
            .with("to", opening.during().start()));
    return booked(actor, before.id(), found, AppointmentChanged.Kind.MOVED);
  }

  private Round rebooking(Actor actor, AppointmentId id, int version) {
    return withLocked(
        actor,
        id,
        before -> {
          if (before.version() == version + 1 && isBooked(before)) {
            return new Settled(new Booked(id));
          }
          if (before.version() != version || before.status() != AppointmentStatus.CANCELLED) {
            return new Settled(new Changed(before));
          }
          return isOver(before)
              ? new Settled(new Refused("That time is over. A new one is a new appointment."))
              : judge.again(
                  actor,
                  Wish.toMove(before, null, before.during().start()),
                  found -> rebooked(actor, before, found));
        });
  }

  private Round rebooked(Actor actor, Appointment before, Judge.Found found) {
    var organization = actor.organization();
    var opening = found.opening();
    if (!claims.claim(organization, before.id(), opening.claims(), found.sessions())) {
      return new Again(found.wish(), opening);
    }
    if (!claims.claimPatient(organization, before.id(), before.patient(), opening.during())) {
      return new PatientBusy(found.wish(), opening);
    }
    appointments.setStatus(actor, before.id(), AppointmentStatus.BOOKED, null, clock.instant());
    audit.record(
        actor,
        event(Action.UPDATE, before.id()).showing(before.patient().value()).with("act", "rebook"));
    return booked(actor, before.id(), found, AppointmentChanged.Kind.BOOKED);
  }

  private Round withLocked(Actor actor, AppointmentId id, Function<Appointment, Round> change) {
    return appointments
        .lock(actor.organization(), id)
        .map(change)
        .orElseGet(() -> new Settled(new Unknown()));
  }

  // Published last: what listens reads what was written.
  private Round booked(
      Actor actor, AppointmentId id, Judge.Found found, AppointmentChanged.Kind kind) {
    events.publishEvent(
        new AppointmentChanged(actor.organization(), id, found.opening().location(), kind));
    return new Settled(new Booked(id));
  }

  private boolean isOver(Appointment appointment) {
    return !appointment.during().end().isAfter(clock.instant());
  }

  private static boolean isBooked(Appointment appointment) {
    return appointment.status() == AppointmentStatus.BOOKED;
  }

  /** The same move sent twice. */
  private static boolean isThere(Appointment before, MoveRequest request) {
    var whom = request.practitioner();
    return isBooked(before)
        && before.version() == request.version() + 1
        && before.during().start().equals(request.start())
        && (whom == null || whom.equals(before.practitioner()));
  }

  private static AuditEvent event(Action action, AppointmentId id) {
    return AuditEvent.of(action, "appointment", id.value());
  }
}
