package dev.liaison.scheduling.desk;

import dev.liaison.facility.Facility;
import dev.liaison.facility.ResourceId;
import dev.liaison.identity.SignedIn;
import dev.liaison.platform.NotHere;
import dev.liaison.scheduling.OpeningWords;
import dev.liaison.web.Here;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a free spot of the schedule in the words of the opening field. */
@Component
class SpotWords {
  private final Facility facility;
  private final Here here;
  private final Clock clock;

  SpotWords(Facility facility, Here here, Clock clock) {
    this.facility = facility;
    this.here = here;
    this.clock = clock;
  }

  /**
   * @throws NotHere where {@code whom} is another organization's, or nobody
   */
  Spot spot(SignedIn person, @Nullable Instant start, @Nullable UUID whom) {
    if (whom != null && facility.findResource(person.actor(), new ResourceId(whom)).isEmpty()) {
      throw new NotHere("resource", whom);
    }
    return Spot.of(start, whom);
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
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return OpeningWords.line(whom, at.toLocalDate(), at.toLocalTime(), today) + " ";
  }
}
