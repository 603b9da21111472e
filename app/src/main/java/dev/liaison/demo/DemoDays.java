package dev.liaison.demo;

import dev.liaison.demo.DemoCalendar.Mark;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Resource;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.Scheduling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills today and the coming weeks with appointments, a day a transaction. */
@Component
@Profile("demo")
class DemoDays {
  /** So many days ahead there are appointments. */
  static final int AHEAD = 21;

  private static final double TOMORROW = 0.33;
  private static final double LEAST = 0.08;
  private static final double AROUND_NOW = 0.9;
  private static final double REST_OF_TODAY = 0.3;
  private static final Duration BEFORE = Duration.ofMinutes(110);
  private static final Duration AFTER = Duration.ofMinutes(75);

  private final Facility facility;
  private final Scheduling scheduling;
  private final DemoCalendar calendar;
  private final Transactions transactions;
  private final Clock clock;

  DemoDays(
      Facility facility,
      Scheduling scheduling,
      DemoCalendar calendar,
      Transactions transactions,
      Clock clock) {
    this.facility = facility;
    this.scheduling = scheduling;
    this.calendar = calendar;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The day up to which the calendar has been filled; today when it never was. */
  private LocalDate begun(Actor actor, LocalDate today) {
    return transactions
        .reading(actor, () -> calendar.mark(actor.organization(), Mark.FILLED_BEFORE))
        .map(LocalDate::ofEpochDay)
        .filter(day -> day.isAfter(today))
        .orElse(today);
  }

  /** Today is full around this hour, whatever was booked for it before. */
  void fillToday(Actor actor, List<DemoPatient> patients, Instant now, LocalDate today) {
    var rest = begun(actor, today).isAfter(today) ? 0 : REST_OF_TODAY;
    fill(
        actor,
        patients,
        today,
        at -> at.isAfter(now.minus(BEFORE)) && at.isBefore(now.plus(AFTER)) ? AROUND_NOW : rest);
  }

  /**
   * The days after today up to that one, as long as it may go on; the farther away, the emptier.
   */
  void fillAhead(
      Actor actor,
      List<DemoPatient> patients,
      LocalDate today,
      LocalDate until,
      BooleanSupplier goesOn) {
    for (var day = begun(actor, today);
        !day.isAfter(until) && goesOn.getAsBoolean();
        day = day.plusDays(1)) {
      var away = day.toEpochDay() - today.toEpochDay();
      var fullness = Math.max(LEAST, TOMORROW - away * (TOMORROW - LEAST) / AHEAD);
      fill(actor, patients, day, at -> fullness);
    }
  }

  private void fill(
      Actor actor, List<DemoPatient> patients, LocalDate day, ToDoubleFunction<Instant> fullness) {
    transactions.as(
        actor,
        tx -> {
          var now = clock.instant();
          var ground = DemoGround.read(facility, actor, day, day);
          var begin = day.atStartOfDay(ground.zone()).toInstant();
          var end = day.plusDays(1).atStartOfDay(ground.zone()).toInstant();
          var resources = ground.resources().stream().map(Resource::id).toList();
          var booked = calendar.busy(actor.organization(), resources, begin, end);
          // A visit refused, because somebody at the desk was first, is a gap in the day.
          DayPlan.of(ground, patients, day, fullness, booked)
              .forEach(planned -> scheduling.book(actor, planned.request(now)));
          var filled = begun(actor, day.plusDays(1));
          calendar.set(actor.organization(), Mark.FILLED_BEFORE, filled.toEpochDay());
          return day;
        });
  }
}
