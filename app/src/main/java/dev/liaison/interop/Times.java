package dev.liaison.interop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;

/** FHIR times as instants. */
final class Times {
  private Times() {}

  /**
   * Null when there is none. A date without a time is its noon in UTC: the same day on every clock
   * of the United States and its territories.
   */
  static @Nullable Instant instant(@Nullable BaseDateTimeType time) {
    if (time == null || time.getValue() == null) {
      return null;
    }
    return time.getTimeZone() == null
        ? Instant.parse(firstDay(time.getValueAsString()) + "T12:00:00Z")
        : time.getValue().toInstant();
  }

  /** As the database keeps it, so that the same time is never a little older. */
  static @Nullable Instant micros(@Nullable InstantType time) {
    var instant = instant(time);
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static String firstDay(String date) {
    return switch (date.length()) {
      case 4 -> date + "-01-01";
      case 7 -> date + "-01";
      default -> date.substring(0, 10);
    };
  }
}
