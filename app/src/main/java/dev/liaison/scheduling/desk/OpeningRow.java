package dev.liaison.scheduling.desk;

import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One opening, ready to show.
 *
 * @param key the digit that books it; empty after the ninth
 * @param whom {@code Dr. Reyes · Juniper Flats Clinic}
 * @param why why it is offered; empty in a plain list
 * @param value what its button posts
 * @param today at the place: a day of another year is said with it
 * @param past whether it took place already and is only written down
 */
public record OpeningRow(
    String key,
    LocalDateTime wall,
    String zone,
    String whom,
    String why,
    String value,
    LocalDate today,
    boolean past) {

  static OpeningRow of(
      Opening opening, int number, Names names, ZoneId shown, LocalDate today, boolean withPlace) {
    var location = names.location(opening.location());
    var at = opening.during().start().atZone(location.zone());
    return new OpeningRow(
        number <= 9 ? String.valueOf(number) : "",
        at.toLocalDateTime(),
        zone(location.zone(), shown, opening.during().start()),
        names.whom(opening) + (withPlace ? " · " + location.name() : ""),
        "",
        Choice.of(opening).write(),
        today,
        false);
  }

  /** What a place's clock is called; empty where it shows the same as the one of the desk. */
  static String zone(ZoneId place, ZoneId desk, Instant at) {
    return place.getRules().getOffset(at).equals(desk.getRules().getOffset(at))
        ? ""
        : place.getDisplayName(TextStyle.SHORT, Locale.US);
  }

  OpeningRow because(String reason) {
    return new OpeningRow(key, wall, zone, whom, reason, value, today, past);
  }

  OpeningRow with(String more) {
    return new OpeningRow(key, wall, zone, whom + more, why, value, today, past);
  }

  public LocalDate day() {
    return wall.toLocalDate();
  }

  public String clock() {
    return Spoken.clock(wall.toLocalTime());
  }

  public String half() {
    return Spoken.half(wall.toLocalTime()) + (zone.isEmpty() ? "" : " " + zone);
  }

  /** {@code Book 11:40 am}, {@code Enter 9:00 am} of what is past. */
  public String verb() {
    return (past ? "Enter " : "Book ") + clock() + " " + half();
  }

  /** For who hears it: the day stands in the head of its group. */
  public String spoken() {
    return verb() + ", " + Spoken.day(day(), today) + ", " + whom;
  }
}
