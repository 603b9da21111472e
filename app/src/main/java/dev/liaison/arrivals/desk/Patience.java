package dev.liaison.arrivals.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * How long is long: the two thresholds at which a wait changes its shape, weight and fill, for all
 * pages of arrivals. The same for each facility until they can be set.
 */
enum Patience {
  FINE,
  SOON,
  LONG;

  static final Duration SOON_AFTER = Duration.ofMinutes(15);
  static final Duration LONG_AFTER = Duration.ofMinutes(25);

  /** Who is late is looked for sooner than who waits. */
  static final Duration LATE_TOO_LONG = Duration.ofMinutes(15);

  static Patience ofWaiting(Instant since, Instant now) {
    var waited = Duration.between(since, now);
    return waited.compareTo(LONG_AFTER) >= 0
        ? LONG
        : waited.compareTo(SOON_AFTER) >= 0 ? SOON : FINE;
  }

  static Patience ofLateness(Instant expected, Instant now) {
    return Duration.between(expected, now).compareTo(LATE_TOO_LONG) >= 0 ? LONG : SOON;
  }
}
