package dev.liaison.arrivals.desk;

import dev.liaison.facility.Facility;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the openings that forms post back, made of identifiers of this organization only. */
@Component
class PostedOpenings {
  private final Facility facility;

  PostedOpenings(Facility facility) {
    this.facility = facility;
  }

  /**
   * Empty when no page of ours has written it.
   *
   * @throws NotHere where its visit, place or practitioner is another organization's, or nobody's
   */
  Optional<ChosenOpening> read(Actor actor, String text) {
    var chosen = ChosenOpening.read(text);
    chosen.ifPresent(opening -> refuseForeign(actor, opening));
    return chosen;
  }

  private void refuseForeign(Actor actor, ChosenOpening opening) {
    var type = opening.type();
    var location = opening.location();
    var practitioner = opening.practitioner();
    if (facility.findAppointmentType(actor, type).isEmpty()) {
      throw new NotHere("appointment-type", type.value());
    }
    if (facility.findLocation(actor, location).isEmpty()) {
      throw new NotHere("location", location.value());
    }
    if (practitioner != null && facility.findResource(actor, practitioner).isEmpty()) {
      throw new NotHere("resource", practitioner.value());
    }
  }
}
