package dev.liaison.arrivals.desk;

import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.identity.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The place that a desk looks at: the one chosen, else the facility's first. */
@Component
class DeskLocation {
  private final Facility facility;

  DeskLocation(Facility facility) {
    this.facility = facility;
  }

  Optional<Location> of(SignedIn person) {
    var locations = facility.locations(person.actor());
    return locations.stream()
        .filter(location -> location.id().value().equals(person.place()))
        .findFirst()
        .or(() -> locations.stream().findFirst());
  }
}
