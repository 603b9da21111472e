package dev.liaison.facility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.Ids;
import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.WallTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklySessionTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final LocalDate SPRING = LocalDate.of(2027, 3, 14);
  private static final LocalDate AUTUMN = LocalDate.of(2027, 11, 7);

  @Test
  void a_session_begins_and_ends_by_the_rule_that_all_wall_times_have() {
    for (var starts : new String[] {"00:30", "01:00", "01:30", "02:00", "02:30"}) {
      for (var ends : new String[] {"01:00", "01:30", "02:30", "03:00", "04:00"}) {
        var session = sundays(starts, ends);

        for (var night : new LocalDate[] {SPRING, AUTUMN, SPRING.plusWeeks(1)}) {
          assertThat(session.on(night, CHICAGO))
              .as("%s to %s on %s", starts, ends, night)
              .isEqualTo(WallTime.between(night, session.starts(), session.ends(), CHICAGO));
        }
      }
    }
  }

  @Test
  void a_session_that_ends_in_the_doubled_hour_lasts_until_its_second_time() {
    assertThat(sundays("00:00", "01:30").on(AUTUMN, CHICAGO).map(Interval::length))
        .hasValue(Duration.ofMinutes(150));
  }

  @Test
  void on_other_days_it_is_not_held() {
    assertThat(sundays("08:00", "12:00").on(SPRING.plusDays(1), CHICAGO))
        .isEqualTo(Optional.empty());
  }

  private static WeeklySession sundays(String starts, String ends) {
    return new WeeklySession(
        new ResourceId(Ids.next()),
        new LocationId(Ids.next()),
        DayOfWeek.SUNDAY,
        LocalTime.parse(starts),
        LocalTime.parse(ends),
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2040, 12, 31),
        null,
        Set.of());
  }
}
