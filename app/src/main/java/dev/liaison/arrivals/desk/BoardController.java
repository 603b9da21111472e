package dev.liaison.arrivals.desk;

import dev.liaison.facility.Facility;
import dev.liaison.facility.ResourceId;
import dev.liaison.identity.SignedIn;
import dev.liaison.platform.NotHere;
import dev.liaison.web.Here;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Today's board of the place that the desk looks at. */
@Controller
class BoardController {
  private final BoardPages pages;
  private final Here here;
  private final Facility facility;

  BoardController(BoardPages pages, Here here, Facility facility) {
    this.pages = pages;
    this.here = here;
    this.facility = facility;
  }

  @GetMapping("/")
  String home() {
    return "redirect:/today";
  }

  @GetMapping("/today")
  ModelAndView today(
      @AuthenticationPrincipal SignedIn person,
      @RequestParam(required = false) @Nullable String only,
      @RequestParam(required = false) @Nullable UUID practitioner) {
    if (practitioner != null
        && facility.findResource(person.actor(), new ResourceId(practitioner)).isEmpty()) {
      throw new NotHere("practitioner", practitioner);
    }
    return here.of(person)
        .map(
            location -> pages.audited(person.actor(), location, BoardFilter.of(only, practitioner)))
        .map(page -> new ModelAndView("arrivals/board", "page", page))
        .orElseGet(() -> new ModelAndView("arrivals/nowhere"));
  }
}
