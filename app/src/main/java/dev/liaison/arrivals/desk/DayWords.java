package dev.liaison.arrivals.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and days of a place, as the desk says them. */
record DayWords(ZoneId zone) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mm", Locale.US);
  private static final DateTimeFormatter HALF = DateTimeFormatter.ofPattern("a", Locale.US);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

  /** {@code 10:20}. */
  String hour(Instant at) {
    return HOUR.format(at.atZone(zone));
  }

  /** {@code am}. */
  String half(Instant at) {
    return HALF.format(at.atZone(zone)).toLowerCase(Locale.ROOT);
  }

  /** {@code 10:20am}. */
  String clock(Instant at) {
    return hour(at) + half(at);
  }

  /** {@code Tue, Nov 24}. */
  String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
