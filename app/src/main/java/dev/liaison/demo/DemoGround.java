package dev.liaison.demo;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.Resource;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.facility.WeeklySession;
import dev.liaison.platform.tenancy.Actor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** The demo's facility as it was read back: who and what there is, and when they work. */
record DemoGround(
    List<Location> locations,
    List<Resource> resources,
    List<AppointmentType> types,
    List<WeeklySession> sessions) {

  static DemoGround read(Facility facility, Actor actor, LocalDate from, LocalDate until) {
    var resources = facility.resources(actor);
    var ids = resources.stream().map(Resource::id).toList();
    return new DemoGround(
        facility.locations(actor),
        resources,
        facility.appointmentTypes(actor),
        facility.sessions(actor, ids, from, until));
  }

  /** Where patients are seen by the practice's own doctors. */
  Location clinic() {
    return locations.getFirst();
  }

  ZoneId zone() {
    return clinic().zone();
  }

  Resource practitioner(String family) {
    return resources.stream().filter(r -> family.equals(r.family())).findFirst().orElseThrow();
  }

  Resource resource(ResourceId id) {
    return resources.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  List<Resource> practitioners() {
    return resources.stream().filter(r -> r.category() == Category.PRACTITIONER).toList();
  }

  List<Resource> roomsOf(LocationId location) {
    return resources.stream()
        .filter(r -> r.category() == Category.ROOM && location.equals(r.location()))
        .toList();
  }

  /** The sessions of a day, from morning to evening. */
  List<WeeklySession> sessions(ResourceId resource, LocalDate day) {
    return sessions.stream()
        .filter(s -> s.resource().equals(resource) && s.heldOn(day))
        .sorted(Comparator.comparing(WeeklySession::starts))
        .toList();
  }

  /** Whether half of the people work from then until then, lunch and meetings included. */
  boolean isOpen(LocalDate day, LocalTime from, LocalTime until) {
    var all = practitioners();
    var there =
        all.stream()
            .map(practitioner -> sessions(practitioner.id(), day))
            .filter(hours -> !hours.isEmpty())
            .filter(hours -> !hours.getFirst().starts().isAfter(from))
            .filter(hours -> !hours.getLast().ends().isBefore(until))
            .count();
    return there * 2 >= all.size();
  }
}
