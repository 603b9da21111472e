package dev.liaison.platform.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days and times in the words of the desk (US English). */
public final class Spoken {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
  private static final DateTimeFormatter MONTH_DAY =
      DateTimeFormatter.ofPattern("MMM d", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm", Locale.US);

  private Spoken() {}

  /** {@code Tue, Nov 24}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code Tue, Nov 24, 2026}. */
  public static String dayAndYear(LocalDate day) {
    return DAY_AND_YEAR.format(day);
  }

  /** {@code Tue, Nov 24}; with its year where that is not the year of today. */
  public static String day(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? day(day) : dayAndYear(day);
  }

  /** {@code Nov 24, 2026}. */
  public static String date(LocalDate day) {
    return DATE.format(day);
  }

  /** {@code Nov 24}; with its year where that is not the year of today. */
  public static String monthDay(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? MONTH_DAY.format(day) : date(day);
  }

  /** {@code 10:20 am}. */
  public static String time(LocalTime time) {
    return clock(time) + " " + half(time);
  }

  /** {@code 10:20}, to which {@link #half} is set smaller. */
  public static String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  /** {@code am} or {@code pm}. */
  public static String half(LocalTime time) {
    return time.getHour() < 12 ? "am" : "pm";
  }

  /** {@code today}, {@code tomorrow}, {@code in 6 days}, {@code 3 days ago}. */
  public static String away(LocalDate day, LocalDate today) {
    var days = ChronoUnit.DAYS.between(today, day);
    if (days == 0) {
      return "today";
    }
    if (Math.abs(days) == 1) {
      return days > 0 ? "tomorrow" : "yesterday";
    }
    return days > 0 ? "in " + days + " days" : -days + " days ago";
  }

  /** {@code just now}, {@code 40 seconds ago}, {@code a minute ago}, {@code 3 hours ago}. */
  public static String ago(Duration past) {
    if (past.toSeconds() < 2) {
      return "just now";
    }
    if (past.toMinutes() < 1) {
      return past.toSeconds() + " seconds ago";
    }
    if (past.toHours() < 1) {
      return past.toMinutes() == 1 ? "a minute ago" : past.toMinutes() + " minutes ago";
    }
    if (past.toDays() < 1) {
      return past.toHours() == 1 ? "an hour ago" : past.toHours() + " hours ago";
    }
    return past.toDays() == 1 ? "a day ago" : past.toDays() + " days ago";
  }
}
