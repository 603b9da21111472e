package dev.liaison.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Says how near an opening is to the day that was aimed at. */
public final class Aim {
  private Aim() {}

  /** {@code exactly 4 weeks}, {@code 1 day after}, {@code 2 days before}. */
  public static String off(LocalDate aim, LocalDate day, LocalDate today) {
    var off = ChronoUnit.DAYS.between(aim, day);
    return off == 0
        ? "exactly " + length(ChronoUnit.DAYS.between(today, aim))
        : days(Math.abs(off)) + (off > 0 ? " after" : " before");
  }

  private static String length(long days) {
    return days % 7 == 0 ? days / 7 + (days == 7 ? " week" : " weeks") : days(days);
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }
}
