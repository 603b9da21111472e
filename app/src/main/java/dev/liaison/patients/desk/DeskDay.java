package dev.liaison.patients.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.web.Here;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The date at the place that a desk looks at. */
@Component
class DeskDay {
  private final Here here;
  private final Clock clock;

  DeskDay(Here here, Clock clock) {
    this.here = here;
    this.clock = clock;
  }

  LocalDate today(SignedIn person) {
    return LocalDate.now(clock.withZone(zone(person)));
  }

  ZoneId zone(SignedIn person) {
    return here.zone(person);
  }
}
