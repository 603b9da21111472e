package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Stage;
import dev.liaison.arrivals.Visit;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientPanel;
import dev.liaison.platform.time.Spoken;
import dev.liaison.web.Here;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The visits on a patient's page, the latest first. */
@Component
@Order(200)
class PastVisitsPanel implements PatientPanel {
  private static final int SHOWN = 12;
  private static final int COUNTED = 500;

  private final Arrivals arrivals;
  private final Facility facility;
  private final Here here;

  PastVisitsPanel(Arrivals arrivals, Facility facility, Here here) {
    this.arrivals = arrivals;
    this.facility = facility;
    this.here = here;
  }

  @Override
  public Panel panel(SignedIn person, PatientId patient) {
    var visits = arrivals.listFor(person.actor(), patient, COUNTED);
    var places =
        facility.locations(person.actor()).stream()
            .collect(Collectors.toMap(Location::id, Function.identity()));
    var people =
        facility.resources(person.actor()).stream()
            .collect(Collectors.toMap(Resource::id, Resource::name));
    var zone = here.of(person).map(Location::zone).orElse(ZoneOffset.UTC);
    var rows = visits.stream().limit(SHOWN).map(visit -> row(visit, places, people, zone)).toList();
    return new Panel("Visits", rows, "No visit yet.", Math.max(0, visits.size() - rows.size()));
  }

  private static Row row(
      Visit visit, Map<LocationId, Location> places, Map<ResourceId, String> people, ZoneId shown) {
    var place = visit.location() == null ? null : places.get(visit.location());
    var zone = place == null ? shown : place.zone();
    var at = visit.arrivedAt().atZone(zone);
    var appointment = visit.appointment();
    return new Row(
        Spoken.date(at.toLocalDate()),
        icon(visit.stage()),
        word(visit.stage()),
        visit.type() == null ? "Visit" : visit.type(),
        detail(visit, place, people),
        appointment == null ? null : "/appointments/" + appointment.value() + "/visit",
        false,
        null);
  }

  private static @Nullable String detail(
      Visit visit, @Nullable Location place, Map<ResourceId, String> people) {
    var parts = new ArrayList<String>();
    if (visit.practitioner() != null && people.get(visit.practitioner()) instanceof String name) {
      parts.add(name);
    }
    if (place != null) {
      parts.add(place.name());
    }
    parts.add("visit " + visit.number());
    return String.join(" · ", parts);
  }

  private static String icon(Stage stage) {
    return switch (stage) {
      case FINISHED -> "check-check";
      case LEFT_WITHOUT_BEING_SEEN, ENTERED_IN_ERROR -> "user-x";
      case ARRIVED, CHECKED_IN, ROOMED, WITH_CLINICIAN, LEAVING -> "circle-dot";
    };
  }

  private static String word(Stage stage) {
    return switch (stage) {
      case FINISHED -> "Done";
      case LEFT_WITHOUT_BEING_SEEN -> "Left without being seen";
      case ENTERED_IN_ERROR -> "Entered in error";
      case ARRIVED, CHECKED_IN, ROOMED, WITH_CLINICIAN, LEAVING -> "Here now";
    };
  }
}
