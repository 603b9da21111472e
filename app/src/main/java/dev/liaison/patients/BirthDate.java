package dev.liaison.patients;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A birth date as people write it, and as the desk says it. */
public final class BirthDate {
  /** The longest life on record is 122 years. */
  static final int OLDEST_YEARS = 130;

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

  private BirthDate() {}

  /** What became of a date that a person typed. */
  public sealed interface Reading {
    /** One date. */
    record Understood(LocalDate date) implements Reading {}

    /** Two people could have been born so: which one is asked, not guessed. */
    record Ambiguous(List<LocalDate> readings, String message) implements Reading {
      public Ambiguous {
        readings = List.copyOf(readings);
      }
    }

    /** No date, or an impossible one; the sentence says why and what it could be. */
    record Refused(String message) implements Reading {}
  }

  /**
   * Reads {@code 04021961}, {@code 4/2/61}, {@code 2 apr 61}, {@code apr 2 1961} or {@code
   * 1961-04-02}. Figures stand in the order month, day, year; two figures of a year are past.
   *
   * @param today the date at the desk: nobody is born after it
   */
  public static Reading read(String typed, LocalDate today) {
    return new BirthDateReader(today).read(typed);
  }

  /** {@code Apr 2, 1961}. */
  public static String shown(LocalDate date) {
    return SHOWN.format(date);
  }

  /** {@code 65 y}; for children under two in months, under two months in days. */
  public static String age(LocalDate born, LocalDate today) {
    if (born.isAfter(today)) {
      return "0 d";
    }
    var months = ChronoUnit.MONTHS.between(born, today);
    if (months >= 24) {
      return ChronoUnit.YEARS.between(born, today) + " y";
    }
    return months >= 2 ? months + " mo" : ChronoUnit.DAYS.between(born, today) + " d";
  }

  /** {@code 65 years}, for a sentence. */
  static String ageInWords(LocalDate born, LocalDate today) {
    var months = ChronoUnit.MONTHS.between(born, today);
    if (months >= 24) {
      return ChronoUnit.YEARS.between(born, today) + " years";
    }
    if (months >= 2) {
      return months + " months";
    }
    var days = ChronoUnit.DAYS.between(born, today);
    return days == 0 ? "born today" : days == 1 ? "1 day" : days + " days";
  }
}
