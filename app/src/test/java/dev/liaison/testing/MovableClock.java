package dev.liaison.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A clock that a test sets and moves; until then it runs with the machine's. */
public final class MovableClock extends Clock {
  private final AtomicReference<@Nullable Instant> fixed = new AtomicReference<>();

  public static MovableClock at(String instant) {
    var clock = new MovableClock();
    clock.set(Instant.parse(instant));
    return clock;
  }

  public void set(Instant instant) {
    fixed.set(instant);
  }

  public void advance(Duration by) {
    fixed.set(instant().plus(by));
  }

  @Override
  public Instant instant() {
    var now = fixed.get();
    return now == null ? Instant.now() : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The clock tells instants; zones belong to locations");
  }
}
