package dev.liaison.arrivals.desk;

import dev.liaison.facility.LocationId;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.web.live.Live;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private static final Duration LATE_JOINER = Duration.ofMinutes(2);

  private final ObjectProvider<Live> live;
  private final Clock clock;
  private final Map<Place, Instant> watched = new ConcurrentHashMap<>();
  private volatile Instant toldBefore;
  private volatile Instant toldLast;
  private volatile boolean running;

  BoardMinutes(ObjectProvider<Live> live, Clock clock) {
    this.live = live;
    this.clock = clock;
    this.toldLast = clock.instant();
    this.toldBefore = toldLast;
  }

  private record Place(OrganizationId organization, LocationId location) {}

  void watched(OrganizationId organization, LocationId location) {
    watched.put(new Place(organization, location), clock.instant());
  }

  /**
   * The time whose board is compared with that of now, to find the rows that time has changed.
   *
   * <p>Whole minutes, since a wait may begin at any second and two drawings are never just a minute
   * apart. One minute more than has passed, for a page whose stream joins late and is drawn what it
   * missed; and as far back as the minute told before, if this machine slept in between. A row that
   * is drawn twice stands where it stood.
   */
  Instant lookingBackTo(Instant now) {
    var minutes = now.truncatedTo(ChronoUnit.MINUTES).minus(LATE_JOINER);
    var told = toldBefore.truncatedTo(ChronoUnit.MINUTES);
    return told.isBefore(minutes) ? told : minutes;
  }

  /** A minute has passed. */
  void passed() {
    toldBefore = toldLast;
    toldLast = clock.instant();
    var old = toldLast.minus(FORGOTTEN);
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
