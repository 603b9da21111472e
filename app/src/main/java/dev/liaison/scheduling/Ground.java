package dev.liaison.scheduling;

import dev.liaison.facility.LocationId;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.WallTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the facility would allow for a type, before anything is booked: its needs, who could meet
 * them at which place, and their sessions that take the type.
 */
record Ground(
    Duration length, Map<LocationId, ZoneId> places, List<Need> needs, List<Session> sessions) {

  /** One kind of resource, and who is of that kind, in the facility's order. */
  record Need(int number, Duration offset, Duration busy, List<Candidate> candidates) {
    boolean ofPeople() {
      return !candidates.isEmpty() && candidates.getFirst().category() == Category.PRACTITIONER;
    }

    long from(long start) {
      return start + offset.toSeconds();
    }

    long until(long start) {
      return from(start) + busy.toSeconds();
    }
  }

  record Candidate(ResourceId resource, Category category) {}

  record Session(
      UUID id,
      ResourceId resource,
      LocationId location,
      DayOfWeek day,
      LocalTime starts,
      LocalTime ends,
      LocalDate validFrom,
      LocalDate validUntil) {

    boolean heldOn(LocalDate date) {
      return date.getDayOfWeek() == day && !date.isBefore(validFrom) && !date.isAfter(validUntil);
    }
  }

  /** A resource at a place. */
  record Seat(ResourceId resource, LocationId location) {}

  Ground {
    places = new LinkedHashMap<>(places);
    needs = List.copyOf(needs);
    sessions = List.copyOf(sessions);
  }

  /** The need that the patient comes for: the first of a practitioner, else simply the first. */
  Need anchor() {
    return needs.stream().filter(Need::ofPeople).findFirst().orElse(needs.getFirst());
  }

  Set<ResourceId> resources() {
    var all = new LinkedHashSet<ResourceId>();
    needs.forEach(need -> need.candidates().forEach(c -> all.add(c.resource())));
    return all;
  }

  /** From the first to the last instant that a visit which starts then would claim of anybody. */
  Interval claimed(Instant start) {
    var second = start.getEpochSecond();
    var from = needs.stream().mapToLong(need -> need.from(second)).min().orElse(second);
    var until = needs.stream().mapToLong(need -> need.until(second)).max().orElse(second + 1);
    return new Interval(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
  }

  /** Whether some need leaves a choice among several. */
  boolean leavesChoice(Collection<ResourceId> wanted) {
    return needs.stream().anyMatch(need -> wanted(need, wanted).size() > 1);
  }

  /** Those of the need's candidates that are wanted; all, when none is wanted by name. */
  static List<Candidate> wanted(Need need, Collection<ResourceId> wanted) {
    var named = need.candidates().stream().filter(c -> wanted.contains(c.resource())).toList();
    return named.isEmpty() ? need.candidates() : named;
  }

  /** Whether the type can make use of one of them; of nobody in particular it always can. */
  boolean takesOneOf(Collection<ResourceId> wanted) {
    return wanted.isEmpty() || resources().stream().anyMatch(wanted::contains);
  }

  /** When each could be claimed on the days, both included. */
  Map<Seat, Stretches> worked(LocalDate from, LocalDate until) {
    var intervals = new LinkedHashMap<Seat, List<Interval>>();
    for (var session : sessions) {
      var zone = places.get(session.location());
      if (zone == null) {
        continue;
      }
      var held =
          intervals.computeIfAbsent(
              new Seat(session.resource(), session.location()), seat -> new ArrayList<>());
      from.datesUntil(until.plusDays(1))
          .filter(session::heldOn)
          .flatMap(date -> WallTime.between(date, session.starts(), session.ends(), zone).stream())
          .forEach(held::add);
    }
    var stretches = new LinkedHashMap<Seat, Stretches>();
    intervals.forEach((seat, held) -> stretches.put(seat, Stretches.of(held)));
    return stretches;
  }

  /** The sessions that a claim on the day may lean on. */
  List<UUID> sessionsOf(Collection<ResourceId> resources, LocationId location, LocalDate date) {
    return sessions.stream()
        .filter(s -> s.location().equals(location) && resources.contains(s.resource()))
        .filter(s -> s.heldOn(date))
        .map(Session::id)
        .toList();
  }
}
