package dev.liaison.scheduling;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.AppointmentChanged.Kind;
import dev.liaison.scheduling.BookingRule.Act;
import dev.liaison.scheduling.ChangeOutcome.Changed;
import dev.liaison.scheduling.ChangeOutcome.Done;
import dev.liaison.scheduling.ChangeOutcome.Refused;
import dev.liaison.scheduling.ChangeOutcome.Unknown;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Cancels, confirms, closes: the changes that need nobody's time. */
@Component
class Changes {
  private final Appointments appointments;
  private final Claims claims;
  private final Objections objections;
  private final Transactions transactions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Changes(
      Appointments appointments,
      Claims claims,
      Objections objections,
      Transactions transactions,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.appointments = appointments;
    this.claims = claims;
    this.objections = objections;
    this.transactions = transactions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  ChangeOutcome cancel(Actor actor, AppointmentId id, int version, String reason) {
    return change(
        actor,
        id,
        before -> {
          if (sentTwice(before, version, AppointmentStatus.CANCELLED)) {
            return new Done(id, before.version());
          }
          if (isOver(before)) {
            return new Refused("That time is over: it was kept, missed, or entered in error.");
          }
          return unless(actor, before, version, Act.CANCEL)
              .orElseGet(() -> {
                claims.giveBack(actor.organization(), id);
                return set(actor, before, AppointmentStatus.CANCELLED, reason, Kind.CANCELLED);
              });
        });
  }

  ChangeOutcome noShow(Actor actor, AppointmentId id, int version) {
    return change(
        actor,
        id,
        before -> {
          if (sentTwice(before, version, AppointmentStatus.NOSHOW)) {
            return new Done(id, before.version());
          }
          if (before.during().start().isAfter(clock.instant())) {
            return new Refused("Nobody can miss a visit that is still to come. Cancel it instead?");
          }
          return unless(actor, before, version, Act.NO_SHOW)
              .orElseGet(() -> set(actor, before, AppointmentStatus.NOSHOW, null, Kind.NO_SHOW));
        });
  }

  ChangeOutcome enteredInError(Actor actor, AppointmentId id, int version, String why) {
    return change(
        actor,
        id,
        before -> {
          if (sentTwice(before, version, AppointmentStatus.ENTERED_IN_ERROR)) {
            return new Done(id, before.version());
          }
          return unless(actor, before, version, Act.ENTERED_IN_ERROR)
              .orElseGet(() -> {
                claims.giveBack(actor.organization(), id);
                return set(
                    actor, before, AppointmentStatus.ENTERED_IN_ERROR, why, Kind.ENTERED_IN_ERROR);
              });
        });
  }

  ChangeOutcome confirm(Actor actor, AppointmentId id, int version, String by, String through) {
    return change(
        actor,
        id,
        before -> {
          if (before.confirmation() != null && isBooked(before)) {
            return new Done(id, before.version());
          }
          if (before.version() != version || !isBooked(before)) {
            return new Changed(before);
          }
          appointments.confirm(actor, id, by, through, clock.instant());
          return done(actor, before, Kind.CONFIRMED);
        });
  }

  ChangeOutcome fulfil(Actor actor, AppointmentId id) {
    return change(
        actor,
        id,
        before ->
            switch (before.status()) {
              case FULFILLED -> new Done(id, before.version());
              case BOOKED, NOSHOW ->
                  set(actor, before, AppointmentStatus.FULFILLED, null, Kind.FULFILLED);
              case PROPOSED, HELD, CANCELLED, ENTERED_IN_ERROR -> new Changed(before);
            });
  }

  ChangeOutcome reopen(Actor actor, AppointmentId id, int version) {
    return change(
        actor,
        id,
        before -> {
          if (sentTwice(before, version, AppointmentStatus.BOOKED)) {
            return new Done(id, before.version());
          }
          return before.version() == version && before.status() == AppointmentStatus.NOSHOW
              ? set(actor, before, AppointmentStatus.BOOKED, null, Kind.REOPENED)
              : new Changed(before);
        });
  }

  ChangeOutcome resume(Actor actor, AppointmentId id) {
    return change(
        actor,
        id,
        before ->
            switch (before.status()) {
              case BOOKED -> new Done(id, before.version());
              case FULFILLED -> set(actor, before, AppointmentStatus.BOOKED, null, Kind.REOPENED);
              case PROPOSED, HELD, CANCELLED, NOSHOW, ENTERED_IN_ERROR -> new Changed(before);
            });
  }

  private ChangeOutcome change(
      Actor actor, AppointmentId id, Function<Appointment, ChangeOutcome> change) {
    return transactions.as(
        actor,
        tx -> appointments.lock(actor.organization(), id).map(change).orElseGet(Unknown::new));
  }

  /** Someone else was first, or a module above objects; empty: go on. */
  private Optional<ChangeOutcome> unless(Actor actor, Appointment before, int version, Act act) {
    if (before.version() != version || !mayEnd(before, act)) {
      return Optional.of(new Changed(before));
    }
    return objections.to(actor, before, act).map(Refused::new);
  }

  private static boolean mayEnd(Appointment before, Act act) {
    return isBooked(before)
        || act == Act.ENTERED_IN_ERROR && before.status() == AppointmentStatus.NOSHOW;
  }

  private ChangeOutcome set(
      Actor actor,
      Appointment before,
      AppointmentStatus status,
      @Nullable String reason,
      Kind kind) {
    appointments.setStatus(actor, before.id(), status, reason, clock.instant());
    return done(actor, before, kind);
  }

  private ChangeOutcome done(Actor actor, Appointment before, Kind kind) {
    audit.record(
        actor,
        AuditEvent.of(Action.UPDATE, "appointment", before.id().value())
            .showing(before.patient().value())
            .with("act", kind.name().toLowerCase(Locale.ROOT)));
    events.publishEvent(
        new AppointmentChanged(actor.organization(), before.id(), before.location(), kind));
    return new Done(before.id(), before.version() + 1);
  }

  private boolean isOver(Appointment appointment) {
    return !appointment.during().end().isAfter(clock.instant());
  }

  private static boolean isBooked(Appointment appointment) {
    return appointment.status() == AppointmentStatus.BOOKED;
  }

  private static boolean sentTwice(Appointment before, int version, AppointmentStatus status) {
    return before.status() == status && before.version() == version + 1;
  }
}
