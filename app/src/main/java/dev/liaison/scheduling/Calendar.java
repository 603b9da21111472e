package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.Ground.Candidate;
import dev.liaison.scheduling.Ground.Seat;
import dev.liaison.scheduling.Opening.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The free time of some days, as the database told it a moment ago: sessions less claims. A guide;
 * the keys are the judge.
 *
 * @param patientBusy when the patient who is asked for is expected elsewhere
 */
record Calendar(
    AppointmentTypeId type, Ground ground, Map<Seat, Stretches> free, Stretches patientBusy) {
  static final long STEP = Scheduling.RASTER.toSeconds();

  /** The first step of the raster that is not before. */
  static long stepFrom(long second) {
    return Math.ceilDiv(second, STEP) * STEP;
  }

  /** The visit that begins then, with the first free resource of each kind; empty: it cannot. */
  Optional<Opening> at(LocationId location, Collection<ResourceId> wanted, long start) {
    var length = ground.length().toSeconds();
    if (ground.needs().isEmpty() || patientBusy.overlap(start, start + length)) {
      return Optional.empty();
    }
    var claims = new ArrayList<Claim>();
    if (!ground.takesOneOf(wanted) || !choose(0, location, wanted, start, claims)) {
      return Optional.empty();
    }
    return Optional.of(
        new Opening(type, location, interval(start, start + length), person(claims), claims));
  }

  /**
   * The steps at which a visit with one of these could begin, as far as the need goes that the
   * patient comes for; soonest first.
   */
  void starts(
      LocationId location, List<Candidate> anchors, long from, long until, LongPredicate each) {
    var need = ground.anchor();
    var stretches =
        Stretches.union(anchors.stream().map(c -> free(c.resource(), location)).toList());
    for (var i = 0; i < stretches.size(); i++) {
      var offset = need.offset().toSeconds();
      var first = Math.max(stepFrom(stretches.start(i) - offset), stepFrom(from));
      for (var t = first; t < until && need.until(t) <= stretches.end(i); t += STEP) {
        if (!each.test(t)) {
          return;
        }
      }
    }
  }

  // Kinds that are needed twice are met by two: a claim on someone chosen already is no choice.
  private boolean choose(
      int number,
      LocationId location,
      Collection<ResourceId> wanted,
      long start,
      List<Claim> claims) {
    if (number == ground.needs().size()) {
      return true;
    }
    var need = ground.needs().get(number);
    for (var candidate : Ground.wanted(need, wanted)) {
      var resource = candidate.resource();
      if (claims.stream().noneMatch(claim -> claim.resource().equals(resource))
          && free(resource, location).cover(need.from(start), need.until(start))) {
        claims.add(new Claim(resource, interval(need.from(start), need.until(start))));
        if (choose(number + 1, location, wanted, start, claims)) {
          return true;
        }
        claims.removeLast();
      }
    }
    return false;
  }

  private @Nullable ResourceId person(List<Claim> claims) {
    var need = ground.anchor();
    return need.ofPeople() ? claims.get(ground.needs().indexOf(need)).resource() : null;
  }

  private Stretches free(ResourceId resource, LocationId location) {
    return free.getOrDefault(new Seat(resource, location), Stretches.NONE);
  }

  private static Interval interval(long start, long end) {
    return new Interval(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
  }
}
