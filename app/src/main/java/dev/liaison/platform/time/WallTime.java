package dev.liaison.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a clock on the wall of a place shows, and when: also on the two nights a year in which an
 * hour is left out or comes twice.
 */
public final class WallTime {
  private WallTime() {}

  /** Every instant at which the clock shows this: none, one, or two, the earlier one first. */
  public static List<Instant> readings(LocalDateTime wall, ZoneId zone) {
    return zone.getRules().getValidOffsets(wall).stream().map(wall::toInstant).sorted().toList();
  }

  /** The first instant at which the clock shows this or, where it is left out, a later time. */
  public static Instant first(LocalDateTime wall, ZoneId zone) {
    var readings = readings(wall, zone);
    return readings.isEmpty() ? skipped(wall, zone) : readings.getFirst();
  }

  /** The last instant up to which the clock shows earlier times than this. */
  public static Instant last(LocalDateTime wall, ZoneId zone) {
    var readings = readings(wall, zone);
    if (readings.size() < 2) {
      return readings.isEmpty() ? skipped(wall, zone) : readings.getFirst();
    }
    // Where the clock is set back to this very time, nothing earlier comes again.
    var setBackTo = zone.getRules().getTransition(wall).getDateTimeAfter();
    return wall.equals(setBackTo) ? readings.getFirst() : readings.getLast();
  }

  /**
   * From the first time the clock shows the start until the last time it comes to the end, so a
   * stretch over a doubled hour is an hour longer and one over a skipped hour an hour shorter;
   * empty when nothing of it is left.
   */
  public static Optional<Interval> between(
      LocalDate date, LocalTime starts, LocalTime ends, ZoneId zone) {
    var start = first(date.atTime(starts), zone);
    var end = last(date.atTime(ends), zone);
    return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
  }

  private static Instant skipped(LocalDateTime wall, ZoneId zone) {
    return zone.getRules().getTransition(wall).getInstant();
  }
}
