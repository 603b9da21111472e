package dev.liaison.web.live;

import dev.liaison.facility.Location;
import dev.liaison.facility.LocationId;
import dev.liaison.identity.SignedIn;
import dev.liaison.platform.Ids;
import dev.liaison.platform.NotHere;
import dev.liaison.web.Here;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The one stream of a browser, and what its tabs watch. */
@Controller
class LiveController {
  private static final int MOST_PARTS = 40;

  // A page says when it was drawn only after it was read.
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Watchers watchers;
  private final Live live;
  private final Here here;
  private final Clock clock;

  LiveController(Watchers watchers, Live live, Here here, Clock clock) {
    this.watchers = watchers;
    this.live = live;
    this.here = here;
    this.clock = clock;
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> listen(SignedIn person) {
    var session = person.actor().session();
    var location = location(person);
    if (session == null || location.isEmpty()) {
      return ResponseEntity.noContent().build(); // tells the browser not to come back
    }
    var audience =
        new Audience(person.actor().organization(), location.get(), person.actor().role());
    var watcher = new Watcher(Ids.next(), person.actor(), session, audience);
    watchers.add(watcher);
    return ResponseEntity.ok(watcher.emitter());
  }

  /**
   * Says what the tabs of this browser show now, all of it.
   *
   * @param since when the oldest page that is new to the stream was drawn: what changed after that
   *     is sent again
   */
  @PostMapping("/live/watch")
  ResponseEntity<Void> watch(
      SignedIn person,
      @RequestParam UUID stream,
      @RequestParam(defaultValue = "") List<String> part,
      @RequestParam(required = false) Optional<Instant> since) {
    var watcher = watchers.find(stream);
    if (watcher.isEmpty()) {
      return ResponseEntity.notFound().build(); // a stream of before ends like that every day
    }
    if (!watcher.get().session().equals(person.actor().session())
        || !watcher.get().actor().organization().equals(person.actor().organization())) {
      throw new NotHere("stream", stream);
    }
    watcher.get().parts().retainAll(Set.copyOf(part));
    part.stream()
        .filter(name -> !name.isBlank())
        .limit(MOST_PARTS)
        .forEach(watcher.get().parts()::add);
    live.catchUp(watcher.get(), since.orElse(clock.instant()).minus(MARGIN));
    return ResponseEntity.noContent().build();
  }

  private Optional<LocationId> location(SignedIn person) {
    return here.of(person).map(Location::id);
  }
}
