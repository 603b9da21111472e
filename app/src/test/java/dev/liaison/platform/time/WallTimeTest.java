package dev.liaison.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallTimeTest {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("America/Chicago"),
          ZoneId.of("Europe/London"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/Phoenix"));

  @Test
  void a_session_lasts_from_the_first_minute_that_shows_its_start_to_the_last_before_its_end() {
    Cases.each(
        300,
        random -> {
          var zone = ZONES.get(random.nextInt(ZONES.size()));
          var nights = zone.getRules().getTransitionRules();
          var date =
              nights.isEmpty() || random.nextInt(4) == 0
                  ? LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365))
                  : nights
                      .get(random.nextInt(nights.size()))
                      .createTransition(2020 + random.nextInt(15))
                      .getDateTimeBefore()
                      .toLocalDate();
          var starts = LocalTime.of(random.nextInt(5), 5 * random.nextInt(12));
          var ends = starts.plusMinutes(5L * (1 + random.nextInt(100)));

          assertThat(WallTime.between(date, starts, ends, zone))
              .as("%s %s to %s in %s", date, starts, ends, zone)
              .isEqualTo(byMinutes(date, starts, ends, zone));
        });
  }

  @Test
  void a_session_up_to_the_time_the_clock_is_set_back_to_does_not_last_through_the_doubled_hour() {
    var london = ZoneId.of("Europe/London");

    assertThat(
            WallTime.between(
                LocalDate.of(2025, 10, 26), LocalTime.of(0, 30), LocalTime.of(1, 0), london))
        .contains(
            new Interval(
                Instant.parse("2025-10-25T23:30:00Z"), Instant.parse("2025-10-26T00:00:00Z")));
  }

  /** Looks at the clock on the wall every minute. */
  private static Optional<Interval> byMinutes(
      LocalDate date, LocalTime starts, LocalTime ends, ZoneId zone) {
    Instant first = null;
    Instant last = null;
    var from = date.atStartOfDay(zone).toInstant();
    for (var n = 0; n < 26 * 60; n++) {
      var minute = from.plus(Duration.ofMinutes(n));
      var wall = minute.atZone(zone).toLocalDateTime();
      if (first == null && !wall.isBefore(date.atTime(starts))) {
        first = minute;
      }
      if (wall.isBefore(date.atTime(ends))) {
        last = minute.plusSeconds(60);
      }
    }
    return first == null || last == null || !first.isBefore(last)
        ? Optional.empty()
        : Optional.of(new Interval(first, last));
  }
}
