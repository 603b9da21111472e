package dev.liaison.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void one_that_begins_when_another_ends_does_not_overlap_it() {
    var first = Interval.of(TEN, HOUR);
    var second = Interval.of(TEN.plus(HOUR), HOUR);

    assertThat(first.overlaps(second)).isFalse();
    assertThat(second.overlaps(first)).isFalse();
    assertThat(first.contains(TEN)).isTrue();
    assertThat(first.contains(second.start())).isFalse();
  }

  @Test
  void one_inside_another_overlaps_it_and_is_covered() {
    var outer = Interval.of(TEN, HOUR);
    var inner = Interval.of(TEN.plusSeconds(600), Duration.ofMinutes(10));

    assertThat(outer.overlaps(inner)).isTrue();
    assertThat(inner.overlaps(outer)).isTrue();
    assertThat(outer.covers(inner)).isTrue();
    assertThat(inner.covers(outer)).isFalse();
  }

  @Test
  void an_empty_one_does_not_exist() {
    assertThatThrownBy(() -> new Interval(TEN, TEN)).isInstanceOf(IllegalArgumentException.class);
  }
}
