package dev.liaison.web;

import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.identity.SignedIn;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The place that a desk looks at: the one chosen, else the facility's first. */
@Component
public class Here {
  private static final String PLACES = Here.class.getName();

  private final Facility facility;

  Here(Facility facility) {
    this.facility = facility;
  }

  /** Empty while the facility has no location. */
  public Optional<Location> of(SignedIn person) {
    var places = places(person);
    return places.stream()
        .filter(place -> place.id().value().equals(person.place()))
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  /** In which every clock time of a page is told; UTC while the facility has no location. */
  public ZoneId zone(SignedIn person) {
    return of(person).map(Location::zone).orElse(ZoneOffset.UTC);
  }

  /** All places of the facility, in its order; the parts of one page ask the database once. */
  List<Location> places(SignedIn person) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return facility.locations(person.actor());
    }
    if (request.getAttribute(PLACES, RequestAttributes.SCOPE_REQUEST) instanceof Places known
        && known.person().equals(person)) {
      return known.all();
    }
    var all = facility.locations(person.actor());
    request.setAttribute(PLACES, new Places(person, all), RequestAttributes.SCOPE_REQUEST);
    return all;
  }

  private record Places(SignedIn person, List<Location> all) {
    Places {
      all = List.copyOf(all);
    }
  }
}
