package dev.liaison.scheduling.desk;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.Location;
import dev.liaison.platform.time.Spoken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place's day, a column for each practitioner or for each room and device.
 *
 * @param typed into the go-to field, where it could not be read
 * @param error why; null when all is well
 */
public record DayPage(
    Location location,
    LocalDate day,
    LocalDate today,
    Instant now,
    boolean things,
    boolean hasThings,
    List<DayColumn> columns,
    DayGrid grid,
    String typed,
    @Nullable String error) {
  private static final int DENSE = 8;

  public DayPage {
    columns = List.copyOf(columns);
  }

  public boolean dense() {
    return columns.size() > DENSE;
  }

  public String title() {
    return Spoken.day(day, today);
  }

  public String live() {
    return "day/" + day + (things ? ".things" : "");
  }

  public String gridCss() {
    return "tg n"
        + Math.clamp(columns.size(), 1, 32)
        + " h"
        + grid.hours()
        + (dense() ? " dense" : "");
  }

  public boolean isToday() {
    return day.equals(today);
  }

  /** The row of now; null on other days and outside of the grid. */
  public @Nullable Integer nowRow() {
    return isToday() && grid.shows(now) ? grid.row(now) : null;
  }

  public String clock() {
    return Spoken.clock(now.atZone(location.zone()).toLocalTime());
  }

  public String before() {
    return address(day.minusDays(1), things);
  }

  public String after() {
    return address(day.plusDays(1), things);
  }

  public String toToday() {
    return address(today, things);
  }

  public String byPractitioner() {
    return address(day, false);
  }

  public String byThing() {
    return address(day, true);
  }

  public String sheet() {
    return "/day-sheet?date=" + day;
  }

  private static String address(LocalDate day, boolean things) {
    return "/schedule?date=" + day + (things ? "&by=things" : "");
  }

  public int booked() {
    return columns.stream().mapToInt(column -> column.blocks().size()).sum();
  }

  /** The types of the day and their codes, for a page of many columns. */
  public List<AppointmentType> legend() {
    var types = new LinkedHashSet<AppointmentType>();
    columns.forEach(column -> column.blocks().forEach(block -> types.add(block.type())));
    return types.stream().limit(6).toList();
  }
}
