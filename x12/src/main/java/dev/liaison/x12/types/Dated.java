package dev.liaison.x12.types;

/** DTP or DTM: a day or period, and what happened then. */
public record Dated(Code kind, Period period) {
  public static Dated of(String kind, java.time.LocalDate day) {
    return new Dated(Code.of(kind), Period.day(day));
  }

  public boolean is(String other) {
    return kind.is(other);
  }
}
