package dev.liaison.scheduling.desk;

import dev.liaison.platform.time.WallTime;
import dev.liaison.platform.time.When;
import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.scheduling.Appointment;
import java.time.Instant;
import java.time.LocalDate;

/** Where words would move an appointment: the same for the move and for what is said before it. */
sealed interface MoveTo {
  record At(Instant start) implements MoveTo {}

  /**
   * @param why a sentence: what was not understood, or what is missing
   */
  record Unread(String why) implements MoveTo {}

  /** A day alone keeps the time, a time alone the day. */
  static MoveTo read(String typed, Appointment appointment, Instant now) {
    var zone = appointment.zone();
    var told = appointment.told();
    var today = LocalDate.ofInstant(now, zone);
    var read = When.read(typed, Habits.of(today), zone, told.toLocalDate());
    return switch (read) {
      case When.At(_, var instant) -> new At(instant);
      case When.OnDay(var day, var half) when half == null ->
          new At(WallTime.first(day.atTime(told.toLocalTime()), zone));
      case When.OnDay _ -> new Unread("That is half a day: add a time, as in wed 1130.");
      case When.Twice _, When.Unclear _ -> new Unread(read.says(today));
      case When.Nothing() -> new Unread("Type a day, a time or both: wed 1130, +1w, 3p.");
    };
  }
}
