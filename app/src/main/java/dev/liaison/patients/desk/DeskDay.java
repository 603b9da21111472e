package dev.liaison.patients.desk;

import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The date at the place that a desk looks at. */
@Component
class DeskDay {
  private final Facility facility;
  private final Clock clock;

  DeskDay(Facility facility, Clock clock) {
    this.facility = facility;
    this.clock = clock;
  }

  /** Whether the person registers and changes patients, and books; others only look. */
  static boolean isAtDesk(SignedIn person) {
    return switch (person.actor().role()) {
      case COORDINATOR, SUPERVISOR, ADMINISTRATOR -> true;
      case BILLER, CLINICIAN, PRIVACY_OFFICER -> false;
    };
  }

  LocalDate today(SignedIn person) {
    return LocalDate.now(clock.withZone(zone(person)));
  }

  ZoneId zone(SignedIn person) {
    var locations = facility.locations(person.actor());
    return locations.stream()
        .filter(location -> location.id().value().equals(person.place()))
        .findFirst()
        .or(() -> locations.stream().findFirst())
        .map(location -> location.zone())
        .orElse(ZoneOffset.UTC);
  }
}
