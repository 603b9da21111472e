package dev.liaison.facility;

import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.WallTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a resource can be booked, week by week, in the wall time of the location.
 *
 * @param validUntil the last day it holds
 * @param thenName what the time after it is called (Lunch), null when it has no name
 * @param types the types it takes; empty: all
 */
public record WeeklySession(
    ResourceId resource,
    LocationId location,
    DayOfWeek day,
    LocalTime starts,
    LocalTime ends,
    LocalDate validFrom,
    LocalDate validUntil,
    @Nullable String thenName,
    Set<AppointmentTypeId> types) {

  public WeeklySession {
    types = Set.copyOf(types);
  }

  /** Whether it is held on that day. */
  public boolean heldOn(LocalDate date) {
    return date.getDayOfWeek() == day && !date.isBefore(validFrom) && !date.isAfter(validUntil);
  }

  /**
   * When it is held on that day; empty when it is not, or when the clocks of that night leave
   * nothing of it.
   */
  public Optional<Interval> on(LocalDate date, ZoneId zone) {
    return heldOn(date) ? WallTime.between(date, starts, ends, zone) : Optional.empty();
  }
}
