package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * "First openings for this type, with any of these, in this window, at these hours."
 *
 * @param practitioners any of them; empty: anyone
 * @param locations any of them; empty: all
 * @param from first day, in the location's zone
 * @param until last day
 * @param days weekdays; empty: all
 * @param earliest wall time, included
 * @param latest wall time at which the visit has begun at the latest
 */
public record OpeningQuestion(
    AppointmentTypeId type,
    Set<ResourceId> practitioners,
    Set<LocationId> locations,
    LocalDate from,
    LocalDate until,
    Set<DayOfWeek> days,
    LocalTime earliest,
    LocalTime latest) {

  public OpeningQuestion {
    practitioners = Set.copyOf(practitioners);
    locations = Set.copyOf(locations);
    days = Set.copyOf(days);
  }
}
