package dev.liaison.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.time.When.At;
import dev.liaison.platform.time.When.Nothing;
import dev.liaison.platform.time.When.OnDay;
import dev.liaison.platform.time.When.Twice;
import dev.liaison.platform.time.When.Unclear;
import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.platform.time.WhenWords.Half;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  private static When read(String typed) {
    return When.read(typed, Habits.of(TUESDAY), CHICAGO, TUESDAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tue                | Tue, Dec 1
          today              | Tue, Nov 24
          tue 3p             | Tue, Dec 1, 3:00 pm
          tue 3              | Tue, Dec 1, 3:00 pm
          3 tue              | Tue, Dec 1, 3:00 pm
          Tues 3 PM          | Tue, Dec 1, 3:00 pm
          tuesday 3:05pm     | Tue, Dec 1, 3:05 pm
          +4w                | Tue, Dec 22
          +3d                | Fri, Nov 27
          +2m                | Sun, Jan 24, 2027
          next tuesday       | Tue, Dec 1
          next wed 1130      | Wed, Dec 2, 11:30 am
          next sunday        | Sun, Dec 6
          in 2 weeks         | Tue, Dec 8
          3 days             | Fri, Nov 27
          in a month         | Thu, Dec 24
          12/3 1020          | Thu, Dec 3, 10:20 am
          1020 12/3          | Thu, Dec 3, 10:20 am
          tomorrow am        | Wed, Nov 25, before noon
          am tomorrow        | Wed, Nov 25, before noon
          pm                 | Tue, Nov 24, after noon
          1130               | Tue, Nov 24, 11:30 am
          wed 1130           | Wed, Nov 25, 11:30 am
          wed 130            | Wed, Nov 25, 1:30 pm
          wed 0130           | Wed, Nov 25, 1:30 am
          wed 12             | Wed, Nov 25, 12:00 pm
          wed 12a            | Wed, Nov 25, 12:00 am
          wed 1545           | Wed, Nov 25, 3:45 pm
          wed noon           | Wed, Nov 25, 12:00 pm
          11/23              | Tue, Nov 23, 2027
          11/24              | Tue, Nov 24
          dec 3              | Thu, Dec 3
          3 dec 10           | Thu, Dec 3, 10:00 am
          dec 3 2027         | Fri, Dec 3, 2027
          12/3/27            | Fri, Dec 3, 2027
          12032027           | Fri, Dec 3, 2027
          2027-12-03         | Fri, Dec 3, 2027
          """)
  void the_table_of_the_desk_guide_holds(String typed, String meant) {
    assertThat(read(typed).says(TUESDAY)).isEqualTo(meant);
  }

  @Test
  void months_end_at_their_last_day() {
    var january = LocalDate.of(2027, 1, 31);

    assertThat(When.read("+1m", Habits.of(january), CHICAGO, january))
        .isEqualTo(new OnDay(LocalDate.of(2027, 2, 28), null));
  }

  @Test
  void a_bare_hour_is_morning_where_only_the_morning_is_open() {
    var early = new Habits(TUESDAY, LocalTime.of(5, 0), LocalTime.of(14, 0), false);

    assertThat(When.read("wed 6", early, CHICAGO, TUESDAY).says(TUESDAY))
        .isEqualTo("Wed, Nov 25, 6:00 am");
    assertThat(When.read("wed 1", early, CHICAGO, TUESDAY).says(TUESDAY))
        .isEqualTo("Wed, Nov 25, 1:00 pm");
  }

  @Test
  void going_to_a_day_takes_the_nearest_one() {
    var habits = Habits.of(TUESDAY).nearestDay();

    assertThat(When.read("11/20", habits, CHICAGO, TUESDAY))
        .isEqualTo(new OnDay(LocalDate.of(2026, 11, 20), null));
    assertThat(When.read("1/5", habits, CHICAGO, TUESDAY))
        .isEqualTo(new OnDay(LocalDate.of(2027, 1, 5), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2/30        | 2/30 is not a day of the calendar.
          13/5        | 13/5 is not a day of the calendar.
          2/29        | Feb 29 exists only in leap years; 2027 is not one.
          2/29/27     | Feb 29 exists only in leap years; 2027 is not one.
          feb 30      | feb 30 is not a day of the calendar.
          2575        | 2575 is not a time of day.
          13p         | 13p is not a time of day.
          tue wed     | Two days: Tue, Dec 1 and Wed, Nov 25. Which one?
          tue 3 4     | Two times: 3:00 pm and 4:00 pm. Which one?
          sato        | “sato” is not a day or a time. Try tue 3p, +4w or 12/3 1020.
          """)
  void what_is_no_day_and_no_time_is_named(String typed, String why) {
    assertThat(read(typed)).isEqualTo(new Unclear(why));
  }

  @Test
  void a_time_that_comes_twice_is_asked_back() {
    var night = LocalDate.of(2026, 11, 1);
    var habits = Habits.of(night);

    var open = When.read("0130", habits, CHICAGO, night);
    var first = When.read("0130 first", habits, CHICAGO, night);
    var second = When.read("0130 second", habits, CHICAGO, night);

    assertThat(open)
        .isInstanceOfSatisfying(
            Twice.class,
            twice -> {
              assertThat(Duration.between(twice.first(), twice.second())).hasHours(1);
              assertThat(first).isEqualTo(new At(twice.wall(), twice.first()));
              assertThat(second).isEqualTo(new At(twice.wall(), twice.second()));
            });
    assertThat(open.says(night)).contains("comes twice on Sun, Nov 1");
  }

  @Test
  void a_time_that_is_left_out_does_not_exist() {
    var night = LocalDate.of(2027, 3, 14);

    assertThat(When.read("0230", Habits.of(night), CHICAGO, night))
        .isEqualTo(
            new Unclear(
                "2:30 am does not exist on Sun, Mar 14: the clocks go forward that night."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", " , "})
  void nothing_typed_is_nothing(String typed) {
    assertThat(read(typed)).isEqualTo(new Nothing());
  }

  @Test
  void an_instant_is_of_the_zone_of_the_place() {
    assertThat(read("12/3 1020"))
        .isEqualTo(
            new At(LocalDateTime.parse("2026-12-03T10:20"), Instant.parse("2026-12-03T16:20:00Z")));
    assertThat(read("tomorrow pm"))
        .isEqualTo(new OnDay(LocalDate.of(2026, 11, 25), Half.AFTER_NOON));
  }
}
