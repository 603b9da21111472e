package dev.liaison.arrivals;

import dev.liaison.arrivals.VisitOutcome.ChangedMeanwhile;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.arrivals.VisitOutcome.NotNow;
import dev.liaison.arrivals.VisitOutcome.RoomNotFree;
import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes one change of a visit: the row, what happened, the audit, the event. */
@Component
class VisitChanges {
  static final Duration LONGEST = Duration.ofHours(16);

  // The constraint's own number: two that came to one room within it are refused by the database.
  private static final Duration TOGETHER = Duration.ofHours(8);

  private final Visits visits;
  private final VisitStages stages;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  VisitChanges(
      Visits visits,
      VisitStages stages,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.visits = visits;
    this.stages = stages;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Who came to a stage before that was forgotten there: no visit goes on overnight. */
  Instant forgotten() {
    return clock.instant().minus(LONGEST);
  }

  Step step(Visit seen) {
    return Step.from(seen, clock.instant());
  }

  StageHistory history(Actor actor, VisitId visit) {
    return new StageHistory(stages.of(actor.organization(), visit));
  }

  /** The visit of an appointment, begun now; empty when another desk has begun it meanwhile. */
  Optional<Visit> begin(Actor actor, AppointmentId appointment) {
    var at = clock.instant();
    return visits
        .begin(actor.organization(), appointment, at)
        .map(id -> visits.find(actor.organization(), id).orElseThrow())
        .map(visit -> written(actor, visit, Step.from(visit, at), Set.of()));
  }

  /** Makes the change, unless someone was first. */
  VisitOutcome make(Actor actor, int version, Step step) {
    return make(actor, version, step, Set.of());
  }

  VisitOutcome make(Actor actor, int version, Step step, Set<Identifier> identifiers) {
    if (step.seen().version() != version) {
      return meanwhile(actor, version, step);
    }
    if (!hasItsRoom(actor, step)) {
      return new RoomNotFree();
    }
    if (!visits.change(actor.organization(), step)) {
      return meanwhile(actor, version, step);
    }
    var now = visits.find(actor.organization(), step.seen().id()).orElseThrow();
    return new Done(written(actor, now, step, identifiers));
  }

  /** Forwards or taken back: who is in a room is there alone. */
  private boolean hasItsRoom(Actor actor, Step step) {
    var room = step.room();
    return room == null
        || !step.takesRoom()
        || visits.lockRoom(actor.organization(), step.seen(), room)
            && !visits.isInUse(actor.organization(), room, step.seen().id(), heldSince(step));
  }

  /** As {@link #forgotten()}, and never later than {@code visit_room_free} looks back to. */
  private Instant heldSince(Step step) {
    var referee = step.since().minus(TOGETHER);
    return referee.isBefore(forgotten()) ? referee : forgotten();
  }

  /**
   * Says who was first; the same change by the same person, sent twice, is simply done. Another
   * change to the same stage is not the same: with a second tab open one person is two desks.
   */
  VisitOutcome meanwhile(Actor actor, int version, Step step) {
    var visit = step.seen().id();
    var now = visits.find(actor.organization(), visit).orElseThrow();
    var history = history(actor, visit);
    if (history.holds(step.stage(), version, actor.user()) && step.isDoneIn(now)) {
      return new Done(now);
    }
    return history
        .last()
        .<VisitOutcome>map(last -> new ChangedMeanwhile(now, last))
        .orElseGet(() -> new NotNow(now));
  }

  private Visit written(Actor actor, Visit now, Step step, Set<Identifier> identifiers) {
    stages.add(actor, now, step.why(), step.at(), identifiers);
    audit.record(
        actor,
        AuditEvent.of(Action.UPDATE, "visit", now.id().value())
            .showing(now.patient().value())
            .with("stage", now.stage().code()));
    events.publishEvent(
        new VisitChanged(actor.organization(), now.id(), now.appointment(), now.location()));
    return now;
  }
}
