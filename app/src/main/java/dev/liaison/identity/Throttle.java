package dev.liaison.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five wrong attempts under one name from one address the next must
 * wait, twice as long each time. Kept in memory; a restart forgives.
 */
@Component
class Throttle {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  // The oldest are forgotten first, so that a flood of names fills no memory.
  private final Map<Attempt, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Attempt, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How long this name must still wait at this address. */
  synchronized Optional<Duration> wait(String name, String address) {
    var known = failures.get(new Attempt(name, address));
    var now = clock.instant();
    return known == null || !now.isBefore(known.until)
        ? Optional.empty()
        : Optional.of(Duration.between(now, known.until));
  }

  synchronized void failed(String name, String address) {
    var attempt = new Attempt(name, address);
    var known = failures.remove(attempt);
    var count = known == null ? 1 : known.count + 1;
    var until = clock.instant();
    if (count >= FREE) {
      var wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
      until = until.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
    failures.put(attempt, new Failures(count, until));
  }

  synchronized void succeeded(String name, String address) {
    failures.remove(new Attempt(name, address));
  }

  private record Attempt(String name, String address) {}

  private record Failures(int count, Instant until) {}
}
