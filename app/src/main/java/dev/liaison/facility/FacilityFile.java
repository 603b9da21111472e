package dev.liaison.facility;

import dev.liaison.facility.Resource.Category;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a facility file says, each entry with its place in the file. Sessions stand one for each
 * resource and weekday.
 */
record FacilityFile(
    String organization,
    List<LocationEntry> locations,
    List<ResourceEntry> resources,
    List<TypeEntry> types,
    List<SessionEntry> sessions) {

  /** Where an entry stands: its line and the way to it, and the lines of its own fields. */
  record At(int line, String field, Map<String, Integer> lines) {
    FileFault fault(String says) {
      return new FileFault(line, field, says);
    }

    FileFault fault(String name, String says) {
      return new FileFault(lines.getOrDefault(name, line), field + "." + name, says);
    }
  }

  record LocationEntry(
      At at,
      String key,
      String name,
      ZoneId zone,
      @Nullable String line,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String phone) {}

  /** A practitioner, room or device; people have a {@code person}, things have a location. */
  record ResourceEntry(
      At at,
      Category category,
      String key,
      String kind,
      String name,
      @Nullable String location,
      @Nullable Person person) {}

  record Person(
      @Nullable String npi,
      String family,
      String given,
      @Nullable String prefix,
      @Nullable String credential,
      @Nullable String specialty) {}

  record TypeEntry(
      At at,
      String key,
      String name,
      String code,
      String family,
      int minutes,
      @Nullable String instructions,
      List<NeedEntry> needs) {}

  record NeedEntry(At at, String kind, int offsetMinutes, int busyMinutes) {}

  record SessionEntry(
      At at,
      String resource,
      String location,
      DayOfWeek day,
      LocalTime starts,
      LocalTime ends,
      LocalDate from,
      LocalDate until,
      @Nullable String then,
      List<String> types) {

    boolean overlaps(SessionEntry other) {
      return day == other.day
          && starts.isBefore(other.ends)
          && other.starts.isBefore(ends)
          && !from.isAfter(other.until)
          && !other.from.isAfter(until);
    }

    private SessionEntry later(Period by) {
      return new SessionEntry(
          at, resource, location, day, starts, ends, from.plus(by), until.plus(by), then, types);
    }
  }

  /** What an import counts: every entry, and the weekly sessions of a resource together as one. */
  int size() {
    return locations.size() + resources.size() + types.size() + scheduled().size();
  }

  /** The resources that have sessions here. */
  Set<String> scheduled() {
    return sessions.stream().map(SessionEntry::resource).collect(Collectors.toSet());
  }

  /**
   * The same, with all sessions moved by whole weeks so that the first falls in the week of a day.
   */
  FacilityFile beginningIn(LocalDate week) {
    var first = sessions.stream().map(SessionEntry::from).min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return this;
    }
    var weeks = ChronoUnit.WEEKS.between(monday(first.get()), monday(week));
    var moved = sessions.stream().map(s -> s.later(Period.ofWeeks((int) weeks))).toList();
    return new FacilityFile(organization, locations, resources, types, moved);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(DayOfWeek.MONDAY);
  }
}
