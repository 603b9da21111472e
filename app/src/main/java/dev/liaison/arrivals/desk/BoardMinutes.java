package dev.liaison.arrivals.desk;

import dev.liaison.facility.LocationId;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.web.live.Live;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells boards that a minute has passed: who was due is late, who waited waits long. Only boards
 * that somebody looks at; each drawing says that it is still looked at.
 */
@Component
class BoardMinutes implements SmartLifecycle {
  static final String TOPIC = "minute";

  private static final Duration FORGOTTEN = Duration.ofMinutes(3);

  private final ObjectProvider<Live> live;
  private final Clock clock;
  private final Map<Place, Instant> watched = new ConcurrentHashMap<>();
  private volatile boolean running;

  BoardMinutes(ObjectProvider<Live> live, Clock clock) {
    this.live = live;
    this.clock = clock;
  }

  private record Place(OrganizationId organization, LocationId location) {}

  void watched(OrganizationId organization, LocationId location) {
    watched.put(new Place(organization, location), clock.instant());
  }

  /** A minute has passed. */
  void passed() {
    var old = clock.instant().minus(FORGOTTEN);
    watched.values().removeIf(seen -> seen.isBefore(old));
    for (var place : watched.keySet()) {
      var location = place.location();
      live.getObject().changed(place.organization(), location, TOPIC, location.value());
    }
  }

  private void run() {
    try {
      while (running) {
        Thread.sleep(60_000 - System.currentTimeMillis() % 60_000 + 20);
        passed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("board-minutes").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
