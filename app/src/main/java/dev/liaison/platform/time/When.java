package dev.liaison.platform.time;

import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.platform.time.WhenWords.Half;
import dev.liaison.platform.time.WhenWords.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a date and time field understood: {@code tue 3p}, {@code +4w}, {@code 12/3 1020}, {@code
 * tomorrow am}; words in any order.
 */
public sealed interface When {
  /** A day, or a half of it: a window, not a time. */
  record OnDay(LocalDate day, @Nullable Half half) implements When {}

  record At(LocalDateTime wall, Instant instant) implements When {}

  /** The clocks go back that night, and the time comes twice: it must be said which. */
  record Twice(LocalDateTime wall, Instant first, Instant second) implements When {}

  /**
   * Not to be understood.
   *
   * @param why a sentence that names what was typed
   */
  record Unclear(String why) implements When {}

  /** Nothing was typed. */
  record Nothing() implements When {}

  /**
   * Reads what was typed.
   *
   * @param assumed the day that is meant when none is typed
   */
  static When read(String typed, Habits habits, ZoneId zone, LocalDate assumed) {
    return new Reading(habits, zone, assumed).of(WhenWords.read(typed, habits));
  }

  /** What was understood, to be said back: {@code Tue, Dec 1, 3:00 pm}; or why it was not. */
  default String says(LocalDate today) {
    return switch (this) {
      case OnDay(var day, var half) ->
          Spoken.day(day, today) + (half == null ? "" : ", " + half.words());
      case At(var wall, _) -> said(wall, today);
      case Twice(var wall, _, _) ->
          Spoken.time(wall.toLocalTime())
              + " comes twice on "
              + Spoken.day(wall.toLocalDate(), today)
              + ", when the clocks go back. Add “first” or “second”.";
      case Unclear(var why) -> why;
      case Nothing() -> "";
    };
  }

  private static String said(LocalDateTime wall, LocalDate today) {
    return Spoken.day(wall.toLocalDate(), today) + ", " + Spoken.time(wall.toLocalTime());
  }

  /** Puts the words of one line together. */
  final class Reading {
    private final Habits habits;
    private final ZoneId zone;
    private final LocalDate assumed;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<LocalTime> times = new ArrayList<>();
    private @Nullable Half half;
    private @Nullable Boolean second;

    private Reading(Habits habits, ZoneId zone, LocalDate assumed) {
      this.habits = habits;
      this.zone = zone;
      this.assumed = assumed;
    }

    private When of(List<Word> words) {
      for (var word : words) {
        switch (word) {
          case Word.Day(var day) -> days.add(day);
          case Word.Ahead(var day) -> days.add(day);
          case Word.Weekday(var day) -> days.add(WhenWords.next(day, habits.today()));
          case Word.Time(var time) -> times.add(time);
          case Word.Part(var part) -> half = part;
          case Word.Turn(var turn) -> second = turn;
          case Word.Wrong(var why) -> {
            return new Unclear(why);
          }
          case Word.Other(var other) -> {
            return new Unclear(
                "“" + other + "” is not a day or a time. Try tue 3p, +4w or 12/3 1020.");
          }
        }
      }
      if (words.isEmpty()) {
        return new Nothing();
      }
      return tooMuch().<When>map(Unclear::new).orElseGet(this::together);
    }

    private Optional<String> tooMuch() {
      if (days.stream().distinct().count() > 1) {
        return Optional.of(
            "Two days: "
                + Spoken.day(days.get(0), habits.today())
                + " and "
                + Spoken.day(days.get(1), habits.today())
                + ". Which one?");
      }
      return times.stream().distinct().count() > 1
          ? Optional.of(
              "Two times: "
                  + Spoken.time(times.get(0))
                  + " and "
                  + Spoken.time(times.get(1))
                  + ". Which one?")
          : Optional.empty();
    }

    private When together() {
      var day = days.isEmpty() ? assumed : days.getFirst();
      if (times.isEmpty()) {
        return new OnDay(day, half);
      }
      var wall = day.atTime(inHalf(times.getFirst()));
      var readings = WallTime.readings(wall, zone);
      if (readings.isEmpty()) {
        return new Unclear(
            Spoken.time(wall.toLocalTime())
                + " does not exist on "
                + Spoken.day(day, habits.today())
                + ": the clocks go forward that night.");
      }
      if (readings.size() == 1) {
        return new At(wall, readings.getFirst());
      }
      return second == null
          ? new Twice(wall, readings.getFirst(), readings.getLast())
          : new At(wall, second ? readings.getLast() : readings.getFirst());
    }

    /** {@code 3 am} in two words of which the half came elsewhere in the line. */
    private LocalTime inHalf(LocalTime time) {
      if (half == null) {
        return time;
      }
      var morning = time.getHour() < 12 ? time : time.minusHours(12);
      return half == Half.BEFORE_NOON ? morning : morning.plusHours(12);
    }
  }
}
