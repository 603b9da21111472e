package dev.liaison.arrivals.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.Stage;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PersonName;
import dev.liaison.patients.Sex;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.testing.MovableClock;
import dev.liaison.web.live.Live;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class BoardMinutesTest {
  private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

  private final MovableClock clock = MovableClock.at("2027-03-01T09:50:00Z");
  private final BoardMinutes minutes =
      new BoardMinutes(new StaticListableBeanFactory().getBeanProvider(Live.class), clock);

  @Test
  void whoever_becomes_late_is_seen_by_each_drawing_within_the_minute() {
    tick(TEN.plusMillis(20));
    tick(TEN.plusMillis(60_020));

    for (var drawn = 60_020; drawn < 120_000; drawn += 500) {
      assertThat(moves(expectedAt(TEN), TEN.plusMillis(drawn))).as("%d ms", drawn).isTrue();
    }
  }

  @Test
  void whoever_comes_within_the_next_hour_is_seen_by_a_drawing_after_the_next_minute() {
    tick(TEN.plusMillis(20));
    tick(TEN.plusMillis(60_020));

    assertThat(moves(expectedAt(TEN.plus(Duration.ofHours(1))), TEN.plusMillis(61_500))).isTrue();
  }

  @Test
  void a_wait_that_becomes_long_between_an_early_and_a_late_drawing_is_seen_by_the_late_one() {
    var here = row(TEN, Stage.ARRIVED, TEN.plusMillis(500).minus(Patience.SOON_AFTER));
    tick(TEN.plusMillis(20));
    var early = moves(here, TEN.plusMillis(50));
    tick(TEN.plusMillis(60_020));

    assertThat(early).isFalse();
    assertThat(moves(here, TEN.plusMillis(61_900))).isTrue();
  }

  @Test
  void what_happened_while_the_machine_slept_is_seen_after_it() {
    tick(TEN.plusMillis(20));
    tick(TEN.plus(Duration.ofMinutes(40)));

    assertThat(moves(expectedAt(TEN), TEN.plus(Duration.ofMinutes(40)))).isTrue();
  }

  @Test
  void who_has_been_late_for_long_does_not_move() {
    tick(TEN.plusMillis(20));
    tick(TEN.plusMillis(60_020));

    assertThat(moves(expectedAt(TEN.minusSeconds(300)), TEN.plusMillis(60_050))).isFalse();
  }

  private void tick(Instant at) {
    clock.set(at);
    minutes.passed();
  }

  private boolean moves(BoardRow row, Instant drawn) {
    var line = new BoardLine(row, drawn, new DayWords(ZoneOffset.UTC), Role.COORDINATOR);
    return !line.looksLike(line.asOf(minutes.lookingBackTo(drawn)));
  }

  private static BoardRow expectedAt(Instant start) {
    return row(start, Stage.ENTERED_IN_ERROR, null);
  }

  private static BoardRow row(Instant start, Stage stage, @Nullable Instant since) {
    return new BoardRow(
        new AppointmentId(Ids.next()),
        new LocationId(Ids.next()),
        1,
        AppointmentStatus.BOOKED,
        false,
        start,
        new PatientId(Ids.next()),
        new PersonName("Li", "Bo", null, null, null),
        null,
        Sex.FEMALE,
        null,
        new AppointmentTypeId(Ids.next()),
        "Follow-up",
        "FU",
        20,
        null,
        null,
        null,
        0,
        stage,
        since,
        null,
        null,
        null,
        null,
        null);
  }
}
