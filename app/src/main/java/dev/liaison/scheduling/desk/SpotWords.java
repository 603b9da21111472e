package dev.liaison.scheduling.desk;

import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import dev.liaison.scheduling.OpeningWords;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Says a free spot of the schedule in the words of the opening field. */
@Component
class SpotWords {
  private final Facility facility;
  private final Here here;

  SpotWords(Facility facility, Here here) {
    this.facility = facility;
    this.here = here;
  }

  String words(SignedIn person, Spot spot) {
    if (spot.start() == null) {
      return "";
    }
    var zone = here.of(person).map(l -> l.zone()).orElse(ZoneOffset.UTC);
    var at = spot.start().atZone(zone);
    var whom =
        facility.resources(person.actor()).stream()
            .filter(r -> r.id().value().equals(spot.whom()))
            .findFirst()
            .orElse(null);
    return OpeningWords.line(whom, at.toLocalDate(), at.toLocalTime()) + " ";
  }
}
