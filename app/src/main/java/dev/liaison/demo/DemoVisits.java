package dev.liaison.demo;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.arrivals.ReplayedVisit;
import dev.liaison.arrivals.ReplayedVisit.Reached;
import dev.liaison.arrivals.Stage;
import dev.liaison.demo.DemoCalendar.Mark;
import dev.liaison.demo.DemoCalendar.Waiting;
import dev.liaison.demo.Flow.State;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.Scheduling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets the patients come and go. Earlier days are brought to their end, and so is who has stood
 * still since the demo ran last; today each practitioner's day stands where it would stand at this
 * hour, some in time, some late, so that the desk has of everything.
 */
@Component
@Profile("demo")
class DemoVisits {
  private static final List<String> FOLLOW_UPS = List.of("+2w", "+4w", "+6w", "+3m");
  // Who comes just before midnight belongs to the new day.
  private static final Duration NIGHT = Duration.ofMinutes(30);
  private static final Duration TOO_LONG = Duration.ofMinutes(60);
  private static final Set<Stage> AT_THE_DESK =
      Set.of(Stage.ARRIVED, Stage.CHECKED_IN, Stage.FINISHED);

  private final DemoCalendar calendar;
  private final Arrivals arrivals;
  private final ArrivalsHistory history;
  private final Scheduling scheduling;
  private final Transactions transactions;

  DemoVisits(
      DemoCalendar calendar,
      Arrivals arrivals,
      ArrivalsHistory history,
      Scheduling scheduling,
      Transactions transactions) {
    this.calendar = calendar;
    this.arrivals = arrivals;
    this.history = history;
    this.scheduling = scheduling;
    this.transactions = transactions;
  }

  void make(DemoStaff staff, DemoGround ground, Instant now) {
    transactions.as(
        staff.coordinator(),
        tx -> {
          var organization = staff.coordinator().organization();
          var today = now.atZone(ground.zone()).toLocalDate();
          var morning = today.atStartOfDay(ground.zone()).toInstant();
          var evening = today.plusDays(1).atStartOfDay(ground.zone()).toInstant();
          calendar
              .stillHere(organization, morning.minus(NIGHT), now.minus(TOO_LONG))
              .forEach(v -> arrivals.checkOut(staff.coordinator(), v.id(), v.version(), null));
          end(staff, calendar.waiting(organization, Instant.EPOCH, morning), now);
          enliven(staff, ground, calendar.waiting(organization, morning, evening), now);
          calendar.set(organization, Mark.LIVELY_AT, now.getEpochSecond() / 60);
          return today;
        });
  }

  private void end(DemoStaff staff, List<Waiting> before, Instant now) {
    var came = new ArrayList<ReplayedVisit>();
    for (var appointment : before) {
      var chance = Chance.of("came", appointment.startsAt(), appointment.endsAt());
      if (chance.happens(0.05)) {
        scheduling.noShow(staff.coordinator(), appointment.id(), appointment.version());
      } else {
        came.add(visit(staff, appointment, Stage.FINISHED, null, null, now, chance));
      }
    }
    replay(staff, came);
  }

  private void enliven(DemoStaff staff, DemoGround ground, List<Waiting> today, Instant now) {
    var visits = new ArrayList<ReplayedVisit>();
    var number = (int) now.atZone(ground.zone()).toLocalDate().toEpochDay();
    for (var place : ground.locations()) {
      var here = today.stream().filter(a -> a.locationId().equals(place.id())).toList();
      var states = new HashMap<AppointmentId, State>();
      for (var practitioner : ground.practitioners()) {
        var theirs =
            here.stream().filter(a -> a.practitionerId().equals(practitioner.id())).toList();
        if (!theirs.isEmpty()) {
          states.putAll(Flow.of(number++, theirs, now));
        }
      }
      Flow.complete(states, here, now);
      visits.addAll(flow(staff, ground, place, here, states, now));
    }
    replay(staff, visits);
  }

  private List<ReplayedVisit> flow(
      DemoStaff staff,
      DemoGround ground,
      Location place,
      List<Waiting> here,
      Map<AppointmentId, State> states,
      Instant now) {
    var rooms = new ArrayDeque<>(ground.roomsOf(place.id()).stream().map(Resource::id).toList());
    var visits = new ArrayList<ReplayedVisit>();
    for (var appointment : here) {
      var practitioner = ground.resource(appointment.practitionerId());
      var chance = Chance.of("flow", appointment.startsAt(), practitioner.name());
      var meant = states.getOrDefault(appointment.id(), State.EXPECTED);
      var state = meant.takesRoom() && rooms.isEmpty() ? State.CHECKED_IN : meant;
      if (state.stage().isPresent()) {
        var room = state.takesRoom() ? rooms.poll() : null;
        var asks = state == State.LEAVING ? followUp(practitioner, chance) : null;
        visits.add(visit(staff, appointment, state.stage().get(), room, asks, now, chance));
      } else if (state == State.NO_SHOW) {
        scheduling.noShow(staff.coordinator(), appointment.id(), appointment.version());
      } else if (chance.happens(0.7)) {
        scheduling.confirm(
            staff.coordinator(), appointment.id(), appointment.version(), "patient", "phone");
      }
    }
    return visits;
  }

  private static @Nullable String followUp(Resource practitioner, Chance chance) {
    var when = chance.oneOf(FOLLOW_UPS);
    return practitioner.family() == null || chance.happens(0.2)
        ? null
        : when + " " + practitioner.family();
  }

  private static ReplayedVisit visit(
      DemoStaff staff,
      Waiting appointment,
      Stage last,
      @Nullable ResourceId room,
      @Nullable String followUp,
      Instant now,
      Chance chance) {
    var stages = new ArrayList<Reached>();
    new Timeline(appointment.startsAt(), appointment.endsAt(), now, chance)
        .until(last)
        .forEach((stage, at) -> {
          var by = AT_THE_DESK.contains(stage) ? staff.coordinator() : staff.clinician();
          stages.add(new Reached(stage, at, by.user()));
        });
    return new ReplayedVisit(appointment.id(), stages, room, followUp);
  }

  private void replay(DemoStaff staff, List<ReplayedVisit> visits) {
    if (!visits.isEmpty()) {
      history.replay(staff.coordinator(), visits);
    }
  }
}
