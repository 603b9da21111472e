package dev.liaison.scheduling.desk;

import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.Spoken;
import dev.liaison.platform.time.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rows of the time grid: five minutes each, from half an hour before the first full hour of the
 * day's work until half an hour after the last. Rows count real time, so the night when the clocks
 * change has an hour less or more.
 */
public record DayGrid(Instant start, int hours, ZoneId zone) {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final int MOST_HOURS = 24;

  /** An hour's name beside the grid. */
  public record Hour(int row, String name) {}

  static DayGrid around(LocalDate day, ZoneId zone, Collection<Interval> shown) {
    var first =
        shown.stream()
            .map(Interval::start)
            .min(Instant::compareTo)
            .orElseGet(() -> WallTime.first(day.atTime(LocalTime.of(8, 0)), zone));
    var last =
        shown.stream()
            .map(Interval::end)
            .max(Instant::compareTo)
            .orElseGet(() -> WallTime.first(day.atTime(LocalTime.of(17, 0)), zone));
    var start = first.truncatedTo(ChronoUnit.HOURS).minus(HALF_AN_HOUR);
    var end = last.minusNanos(1).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(90));
    var hours = (int) Math.ceilDiv(Duration.between(start, end).toMinutes(), 60);
    return new DayGrid(start, Math.min(hours, MOST_HOURS), zone);
  }

  public int rows() {
    return hours * 12;
  }

  Instant end() {
    return start.plus(Duration.ofHours(hours));
  }

  /** The row in which the instant lies; before the grid 0, after it the last. */
  int row(Instant instant) {
    var row = Math.floorDiv(Duration.between(start, instant).toMinutes(), 5L);
    return (int) Math.clamp(row, 0, rows() - 1L);
  }

  /** How many rows it takes, at least one. */
  int rows(Interval during) {
    var from = Math.clamp(Duration.between(start, during.start()).toMinutes(), 0, rows() * 5L);
    var until = Math.clamp(Duration.between(start, during.end()).toMinutes(), 0, rows() * 5L);
    return (int) Math.max(1, Math.ceilDiv(until - from, 5L));
  }

  boolean shows(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end());
  }

  /** {@code 8 am} beside each full hour. */
  public List<Hour> hourNames() {
    var names = new ArrayList<Hour>();
    for (var at = start.plus(HALF_AN_HOUR); at.isBefore(end()); at = at.plus(Duration.ofHours(1))) {
      var time = at.atZone(zone).toLocalTime();
      names.add(
          new Hour(
              row(at),
              time.getMinute() == 0
                  ? time.getHour() % 12 == 0
                      ? "12 " + Spoken.half(time)
                      : time.getHour() % 12 + " " + Spoken.half(time)
                  : Spoken.time(time)));
    }
    return names;
  }
}
