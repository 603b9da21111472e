package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.Appointments.Promise;
import dev.liaison.scheduling.BookingOutcome.Unknown;
import dev.liaison.scheduling.Grounds.Asked;
import dev.liaison.scheduling.Opening.Claim;
import dev.liaison.scheduling.Round.Outside;
import dev.liaison.scheduling.Round.Past;
import dev.liaison.scheduling.Round.Settled;
import dev.liaison.scheduling.Round.Taken;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether a wish could come true, and who would meet it; the keys have the last word. */
@Component
class Judge {
  private final Grounds grounds;
  private final Clock clock;

  Judge(Grounds grounds, Clock clock) {
    this.grounds = grounds;
    this.clock = clock;
  }

  /**
   * What may be asked for.
   *
   * @param sessions those that the claims lean on
   */
  record Found(Wish wish, Opening opening, ZoneId zone, List<UUID> sessions) {
    Promise promise() {
      return new Promise(opening.during(), zone, opening.practitioner());
    }
  }

  /** The wish, unless it is past; goes on with what was found. */
  Round judge(
      Actor actor, Wish wish, BookingRequest.@Nullable Past past, Function<Found, Round> then) {
    return judge(actor, wish, zone -> isAllowed(wish.start(), zone, past), then);
  }

  /** The same for a time that was promised before and has begun perhaps. */
  Round again(Actor actor, Wish wish, Function<Found, Round> then) {
    return judge(actor, wish, zone -> true, then);
  }

  private Round judge(
      Actor actor, Wish asked, Predicate<ZoneId> allowed, Function<Found, Round> then) {
    var around = LocalDate.ofInstant(asked.start(), ZoneOffset.UTC);
    var read =
        grounds.read(
            actor.organization(),
            asked.type(),
            Set.of(asked.location()),
            asked.named(),
            around.minusDays(2),
            around.plusDays(2));
    if (read.isEmpty() || !grounds.knows(actor.organization(), read.get(), asked.wanted())) {
      return new Settled(new Unknown());
    }
    var ground = read.get();
    var wish = asked.on(ground);
    var zone = ground.places().values().iterator().next();
    if (!allowed.test(zone)) {
      return new Past(wish);
    }
    var day = LocalDate.ofInstant(wish.start(), zone);
    var calendar =
        grounds.calendar(
            actor.organization(),
            wish.type(),
            ground,
            day,
            day,
            ground.claimed(wish.start()),
            new Asked(null, wish.except()));
    return visit(calendar, wish)
        .map(opening -> then.apply(new Found(wish, opening, zone, sessions(ground, opening, day))))
        .orElseGet(() -> refused(ground, wish, day));
  }

  private static Optional<Opening> visit(Calendar calendar, Wish wish) {
    return wish.onRaster()
        ? calendar.at(wish.location(), wish.wanted(), wish.start().getEpochSecond())
        : Optional.empty();
  }

  /** Were nothing booked at all, would there be somebody? */
  private static Round refused(Ground ground, Wish wish, LocalDate day) {
    var empty =
        new Calendar(
            wish.type(), ground, ground.worked(day.minusDays(1), day.plusDays(1)), Stretches.NONE);
    return visit(empty, wish)
        .<Round>map(opening -> new Taken(wish, opening))
        .orElseGet(() -> new Outside(wish));
  }

  /** Until its five minutes are over a start is not past. */
  private boolean isAllowed(Instant start, ZoneId zone, BookingRequest.@Nullable Past past) {
    var now = clock.instant();
    if (start.plus(Scheduling.RASTER).isAfter(now)) {
      return true;
    }
    return switch (past) {
      case null -> false;
      case WALK_IN -> LocalDate.ofInstant(start, zone).equals(LocalDate.ofInstant(now, zone));
      case ENTERED_AFTER_DOWNTIME, TAKEN_OVER -> true;
    };
  }

  private static List<UUID> sessions(Ground ground, Opening opening, LocalDate day) {
    var resources = opening.claims().stream().map(Claim::resource).toList();
    return ground.sessionsOf(resources, opening.location(), day);
  }
}
