package dev.liaison.x12.types;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days from one to another, both included; a single day is both. */
public record Period(LocalDate from, LocalDate to) {
  public static Period day(LocalDate day) {
    return new Period(day, day);
  }

  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean isDay() {
    return from.equals(to);
  }

  /** The format qualifier that {@link #x12()} needs: D8 or RD8. */
  public String format() {
    return isDay() ? "D8" : "RD8";
  }

  public String x12() {
    return isDay() ? x12(from) : x12(from) + '-' + x12(to);
  }

  public static String x12(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }
}
