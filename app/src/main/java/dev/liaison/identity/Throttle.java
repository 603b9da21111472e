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
  // The oldest are forgotten first, so that a flood of names fills no memory. Nor do long ones:
  // what
  // cannot be a name is not asked about here.
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

  /**
   * Takes an attempt, which counts as a wrong one until it is known to be none: guesses that arrive
   * together are counted before the first of them is answered.
   *
   * @return how long this name must still wait at this address; empty when the attempt is taken
   */
  synchronized Optional<Duration> take(String name, String address) {
    var attempt = new Attempt(name, address);
    var known = failures.get(attempt);
    var now = clock.instant();
    if (known != null && now.isBefore(known.until)) {
      return Optional.of(Duration.between(now, known.until));
    }
    failures.remove(attempt);
    var count = known == null ? 1 : known.count + 1;
    failures.put(attempt, new Failures(count, now.plus(waitAfter(count))));
    return Optional.empty();
  }

  private static Duration waitAfter(int count) {
    if (count < FREE) {
      return Duration.ZERO;
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** The attempt that was taken came to nothing, neither right nor wrong. */
  synchronized void giveBack(String name, String address) {
    failures.computeIfPresent(
        new Attempt(name, address),
        (_, known) -> known.count == 1 ? null : new Failures(known.count - 1, clock.instant()));
  }

  /** The attempt was right, and forgives those before it. */
  synchronized void succeeded(String name, String address) {
    failures.remove(new Attempt(name, address));
  }

  private record Attempt(String name, String address) {}

  private record Failures(int count, Instant until) {}
}
