package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Stage;
import dev.liaison.arrivals.Visit;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.DayMarks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the visits of a day are, for the schedule. */
@Component
class VisitMarks implements DayMarks {
  private final Arrivals arrivals;
  private final Clock clock;

  VisitMarks(Arrivals arrivals, Clock clock) {
    this.arrivals = arrivals;
    this.clock = clock;
  }

  @Override
  public Map<AppointmentId, Mark> of(Actor actor, Collection<AppointmentId> appointments) {
    var now = clock.instant();
    var marks = new HashMap<AppointmentId, Mark>();
    for (var visit : arrivals.listFor(actor, appointments)) {
      var appointment = visit.appointment();
      if (appointment != null) {
        marks.put(appointment, allowed(mark(visit, appointment, now), actor.role()));
      }
    }
    return marks;
  }

  @Override
  public @Nullable Next first(Actor actor, AppointmentId appointment) {
    return BoardActs.may(actor.role(), "i") ? checkIn(appointment) : null;
  }

  private static Next checkIn(AppointmentId appointment) {
    return new Next("I", "check in", "/appointments/" + appointment.value() + "/check-in", false);
  }

  private static Mark allowed(Mark mark, Role role) {
    var next = mark.next();
    return next == null || BoardActs.may(role, next.key().toLowerCase(Locale.ROOT))
        ? mark
        : new Mark(mark.icon(), mark.label(), mark.over(), mark.waiting(), null);
  }

  private static Mark mark(Visit visit, AppointmentId appointment, Instant now) {
    var path = "/visits/" + visit.id().value();
    var waiting = waiting(visit, now);
    return switch (visit.stage()) {
      case ENTERED_IN_ERROR, ARRIVED ->
          new Mark("circle-dot", "to check in", false, waiting, checkIn(appointment));
      case CHECKED_IN ->
          new Mark(
              "circle-check",
              "checked in",
              false,
              waiting,
              new Next("R", "room", path + "/room", false));
      case ROOMED ->
          new Mark(
              "door-closed",
              "in a room",
              false,
              waiting,
              new Next(
                  "H",
                  "hand to the clinician",
                  path + "/clinician?version=" + visit.version(),
                  true));
      case WITH_CLINICIAN ->
          new Mark(
              "stethoscope",
              "with the clinician",
              false,
              null,
              // A button of the drawer only: on the schedule itself D goes to a day.
              new Next("D", "done in the room", path + "/leaving", false));
      case LEAVING ->
          new Mark(
              "log-out",
              "to check out",
              false,
              waiting,
              new Next("O", "check out", path + "/check-out", false));
      case FINISHED -> new Mark("check-check", "done", true, null, null);
      case LEFT_WITHOUT_BEING_SEEN ->
          new Mark("user-x", "left without being seen", true, null, null);
    };
  }

  private static @Nullable String waiting(Visit visit, Instant now) {
    return visit.stage().isPresent()
            && visit.stage() != Stage.WITH_CLINICIAN
            && Patience.ofWaiting(visit.stageSince(), now) != Patience.FINE
        ? "Waiting " + Duration.between(visit.stageSince(), now).toMinutes() + " min"
        : null;
  }
}
