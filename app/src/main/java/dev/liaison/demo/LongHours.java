package dev.liaison.demo;

import dev.liaison.facility.Facility;
import dev.liaison.facility.Resource;
import dev.liaison.facility.WeeklySession;
import dev.liaison.platform.tenancy.Actor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps the demo open today from a few hours before now to a few hours after, so that who looks in
 * on a Sunday or at night finds a working day. On a weekday at a usual hour nothing is done.
 */
@Component
@Profile("demo")
class LongHours {
  private static final int MINUTES_BEFORE = 150;
  private static final int MINUTES_AFTER = 210;
  private static final int LEAST_MINUTES = 30;
  private static final LocalTime LAST = LocalTime.of(23, 55);

  private final Facility facility;

  LongHours(Facility facility) {
    this.facility = facility;
  }

  void open(Actor actor, DemoGround ground, LocalDateTime now) {
    var day = now.toLocalDate();
    var from = shifted(now, -MINUTES_BEFORE);
    var until = shifted(now, MINUTES_AFTER);
    if (ground.isOpen(day, shifted(now, -60), shifted(now, 60))) {
      return;
    }
    var extra = new ArrayList<WeeklySession>();
    for (var resource : ground.resources()) {
      if (worksAtAll(ground, resource)) {
        around(ground, resource, day, from, until)
            .forEach(hours -> extra.add(session(ground, resource, day, hours)));
      }
    }
    facility.open(actor, extra);
  }

  private record Hours(LocalTime from, LocalTime until) {
    boolean isWorthIt() {
      return from.plusMinutes(LEAST_MINUTES).isAfter(from)
          && !from.plusMinutes(LEAST_MINUTES).isAfter(until);
    }
  }

  private static boolean worksAtAll(DemoGround ground, Resource resource) {
    return ground.sessions().stream().anyMatch(s -> s.resource().equals(resource.id()));
  }

  /** What lies before the first session of the day and after the last; lunch stays lunch. */
  private static List<Hours> around(
      DemoGround ground, Resource resource, LocalDate day, LocalTime from, LocalTime until) {
    var usual = ground.sessions(resource.id(), day);
    if (usual.isEmpty()) {
      return List.of(new Hours(from, until));
    }
    var first = usual.getFirst().starts();
    var last = usual.getLast().ends();
    var before = new Hours(from, first.isBefore(until) ? first : until);
    var after = new Hours(last.isAfter(from) ? last : from, until);
    return List.of(before, after).stream().filter(Hours::isWorthIt).toList();
  }

  private static WeeklySession session(
      DemoGround ground, Resource resource, LocalDate day, Hours hours) {
    var model =
        ground.sessions().stream()
            .filter(s -> s.resource().equals(resource.id()))
            .findFirst()
            .orElseThrow();
    return new WeeklySession(
        resource.id(),
        model.location(),
        day.getDayOfWeek(),
        hours.from(),
        hours.until(),
        day,
        day,
        null,
        model.types());
  }

  /** To the five minutes, and never into another day. */
  private static LocalTime shifted(LocalDateTime now, int minutes) {
    var moved = now.plusMinutes(minutes);
    if (moved.toLocalDate().isBefore(now.toLocalDate())) {
      return LocalTime.MIDNIGHT;
    }
    if (moved.toLocalDate().isAfter(now.toLocalDate())) {
      return LAST;
    }
    var five = moved.getMinute() / 5 * 5;
    var time = moved.toLocalTime().truncatedTo(ChronoUnit.HOURS).plusMinutes(five);
    return time.isAfter(LAST) ? LAST : time;
  }
}
