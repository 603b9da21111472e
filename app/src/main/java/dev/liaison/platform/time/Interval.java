package dev.liaison.platform.time;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time: its start belongs to it, its end does not. Never empty. */
public record Interval(Instant start, Instant end) {
  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("An interval ends after it starts: " + start + ", " + end);
    }
  }

  public static Interval of(Instant start, Duration length) {
    return new Interval(start, start.plus(length));
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean covers(Interval other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }
}
