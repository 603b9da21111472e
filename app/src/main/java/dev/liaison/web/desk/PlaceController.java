package dev.liaison.web.desk;

import dev.liaison.facility.Facility;
import dev.liaison.identity.Sessions;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks at another place of the organization; all tabs of this browser do. */
@Controller
class PlaceController {
  private final Facility facility;
  private final Sessions sessions;

  PlaceController(Facility facility, Sessions sessions) {
    this.facility = facility;
    this.sessions = sessions;
  }

  @PostMapping("/place")
  String look(
      Actor actor, @RequestParam UUID location, @RequestParam(defaultValue = "") String back) {
    var known =
        facility.locations(actor).stream().anyMatch(one -> one.id().value().equals(location));
    if (!known) {
      throw new NotHere("location", location);
    }
    sessions.look(actor, location);
    return Back.to(back);
  }
}
