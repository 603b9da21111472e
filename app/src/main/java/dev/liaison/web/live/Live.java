package dev.liaison.web.live;

import dev.liaison.facility.LocationId;
import dev.liaison.identity.SessionEnded;
import dev.liaison.platform.tenancy.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages what changed, within a second. Features call {@link #changed} from a listener
 * that runs after commit; what the change looks like they draw as a {@link LivePart}.
 */
@Service
public class Live {
  private static final Logger log = LoggerFactory.getLogger(Live.class);

  // Long enough to bridge the gap between drawing a page and its first word to the stream.
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final Watchers watchers;
  private final Clock clock;
  private final Map<OrganizationId, Line> lines = new ConcurrentHashMap<>();

  Live(Watchers watchers, Clock clock) {
    this.watchers = watchers;
    this.clock = clock;
  }

  /**
   * Something at this location is otherwise now. Returns at once; may be called twice for the same.
   */
  public void changed(
      OrganizationId organization, LocationId location, String topic, UUID subject) {
    var change = new Change(topic, subject);
    line(organization).changed(location, change, clock.instant());
  }

  /** Draws again what changed at the watcher's location since then, for parts it began to watch. */
  void catchUp(Watcher watcher, Instant since) {
    line(watcher.audience().organization()).catchUp(watcher.audience().location(), since);
  }

  // An end within a transaction counts once it is committed, one without counts at once.
  @TransactionalEventListener(fallbackExecution = true)
  void over(SessionEnded ended) {
    watchers.end(ended.session());
  }

  private Line line(OrganizationId organization) {
    return lines.computeIfAbsent(organization, key -> new Line(organization));
  }

  /**
   * One organization's changes in turn: drawn one after the other, so that no older state can
   * overtake a newer one on its way to a page; the same change asked for twice is drawn once.
   */
  private final class Line {
    private record Due(LocationId location, Change change) {}

    private record Past(LocationId location, Change change, Instant at) {}

    private final OrganizationId organization;
    private final SequencedSet<Due> due = new LinkedHashSet<>();
    private final Deque<Past> past = new ArrayDeque<>();
    private boolean working;

    Line(OrganizationId organization) {
      this.organization = organization;
    }

    synchronized void changed(LocationId location, Change change, Instant now) {
      while (!past.isEmpty() && past.getFirst().at().isBefore(now.minus(REMEMBERED))) {
        past.removeFirst();
      }
      past.addLast(new Past(location, change, now));
      add(new Due(location, change));
    }

    synchronized void catchUp(LocationId location, Instant since) {
      for (var one : past) {
        if (one.location().equals(location) && !one.at().isBefore(since)) {
          add(new Due(location, one.change()));
        }
      }
    }

    private void add(Due one) {
      due.add(one);
      if (!working) {
        working = true;
        Thread.ofVirtual().name("live-" + organization.value()).start(this::work);
      }
    }

    private synchronized @Nullable Due next() {
      if (due.isEmpty()) {
        working = false;
        return null;
      }
      return due.removeFirst();
    }

    private void work() {
      for (var one = next(); one != null; one = next()) {
        try {
          watchers.show(organization, one.location(), one.change());
        } catch (RuntimeException e) {
          // Who watches reads the page anew; the next change must not suffer for this one.
          log.atWarn()
              .addKeyValue("topic", one.change().topic())
              .addKeyValue("subject", one.change().subject())
              .setCause(e)
              .log("A live change could not be drawn");
          watchers.reread(organization, one.location());
        }
      }
    }
  }
}
