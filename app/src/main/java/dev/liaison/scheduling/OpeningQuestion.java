package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "First openings for this type, with any of these, in this window, at these hours."
 *
 * @param practitioners any of them; empty: anyone
 * @param locations any of them; empty: all
 * @param from first day, in the location's zone
 * @param until last day
 * @param days weekdays; empty: all
 * @param earliest wall time, included
 * @param latest wall time at which the visit begins at the latest, included
 * @param aim the day around which is looked: what lies nearest to it comes first; null: the soonest
 * @param patient whose own appointments are stepped around; null: nobody's
 */
public record OpeningQuestion(
    AppointmentTypeId type,
    Set<ResourceId> practitioners,
    Set<LocationId> locations,
    LocalDate from,
    LocalDate until,
    Set<DayOfWeek> days,
    LocalTime earliest,
    LocalTime latest,
    @Nullable LocalDate aim,
    @Nullable PatientId patient) {
  private static final int WEEKS_BEFORE = 1;
  private static final int WEEKS_AFTER = 3;

  public OpeningQuestion {
    practitioners = Set.copyOf(practitioners);
    locations = Set.copyOf(locations);
    days = Set.copyOf(days);
  }

  /** Anyone, anywhere, at any hour within the dates. */
  public static OpeningQuestion of(AppointmentTypeId type, LocalDate from, LocalDate until) {
    return new OpeningQuestion(
        type, Set.of(), Set.of(), from, until, Set.of(), LocalTime.MIN, LocalTime.MAX, null, null);
  }

  public OpeningQuestion with(Set<ResourceId> any) {
    return new OpeningQuestion(
        type, any, locations, from, until, days, earliest, latest, aim, patient);
  }

  public OpeningQuestion at(Set<LocationId> any) {
    return new OpeningQuestion(
        type, practitioners, any, from, until, days, earliest, latest, aim, patient);
  }

  public OpeningQuestion on(Set<DayOfWeek> any) {
    return new OpeningQuestion(
        type, practitioners, locations, from, until, any, earliest, latest, aim, patient);
  }

  public OpeningQuestion between(LocalTime first, LocalTime last) {
    return new OpeningQuestion(
        type, practitioners, locations, from, until, days, first, last, aim, patient);
  }

  public OpeningQuestion around(@Nullable PatientId whom) {
    return new OpeningQuestion(
        type, practitioners, locations, from, until, days, earliest, latest, aim, whom);
  }

  /** On that day or as near to it as can be, within a week before and three weeks after. */
  public OpeningQuestion near(LocalDate day, LocalDate today) {
    var first = day.minusWeeks(WEEKS_BEFORE);
    return new OpeningQuestion(
        type,
        practitioners,
        locations,
        first.isBefore(today) ? today : first,
        day.plusWeeks(WEEKS_AFTER),
        days,
        earliest,
        latest,
        day,
        patient);
  }

  /** The soonest between the days, whatever was aimed at. */
  public OpeningQuestion within(LocalDate first, LocalDate last) {
    return new OpeningQuestion(
        type, practitioners, locations, first, last, days, earliest, latest, null, patient);
  }
}
