package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.time.WallTime;
import dev.liaison.scheduling.Ground.Candidate;
import dev.liaison.scheduling.Grounds.Asked;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The way on after a refusal: what lies nearest to the time that was asked for. For each
 * practitioner and day the last opening before and the first from the wished time of day on, the
 * nearest of all first: a day away counts as much as an hour, another practitioner as half of one.
 */
@Component
class Nearest {
  private static final int OFFERED = 4;
  private static final int DAY_COUNTS = 60;
  private static final int OTHER_PRACTITIONER_COUNTS = 30;
  private static final int FIRST_DAYS = 7;
  private static final int MOST_DAYS = 56;

  private final Grounds grounds;
  private final Clock clock;

  Nearest(Grounds grounds, Clock clock) {
    this.grounds = grounds;
    this.clock = clock;
  }

  List<Opening> to(OrganizationId organization, Wish wish) {
    var offers = offers(organization, wish, FIRST_DAYS);
    return offers.size() < OFFERED ? offers(organization, wish, MOST_DAYS) : offers;
  }

  private List<Opening> offers(OrganizationId organization, Wish wish, int days) {
    var from = wish.start().isBefore(clock.instant()) ? clock.instant() : wish.start();
    var around = LocalDate.ofInstant(from, ZoneOffset.UTC);
    var read =
        grounds.read(
            organization,
            wish.type(),
            Set.of(wish.location()),
            around.minusDays(2),
            around.plusDays(days + 2L));
    if (read.isEmpty() || read.get().needs().isEmpty()) {
      return List.of();
    }
    var ground = read.get();
    var zone = ground.places().values().iterator().next();
    var first = LocalDate.ofInstant(from, zone);
    var asked = new Asked(wish.patient(), wish.except());
    var calendar =
        grounds.calendar(organization, wish.type(), ground, first, first.plusDays(days), asked);
    return first
        .datesUntil(first.plusDays(days))
        .flatMap(day -> onDay(calendar, wish, day, zone))
        .sorted(
            Comparator.comparingLong((Opening opening) -> away(wish, opening, zone))
                .thenComparing(opening -> opening.during().start()))
        .limit(OFFERED)
        .toList();
  }

  private Stream<Opening> onDay(Calendar calendar, Wish wish, LocalDate day, ZoneId zone) {
    return Openings.choices(calendar.ground(), Set.of()).stream()
        .flatMap(whom -> around(calendar, wish, whom, day, zone));
  }

  /** The last one before the wished time of day, and the first from then on. */
  private Stream<Opening> around(
      Calendar calendar, Wish wish, List<Candidate> whom, LocalDate day, ZoneId zone) {
    var time = wish.start().atZone(zone).toLocalTime();
    var wished = WallTime.first(day.atTime(time), zone).getEpochSecond();
    var earliest = Math.max(start(day, zone), clock.instant().getEpochSecond());
    var steps = new ArrayList<Long>();
    calendar.starts(wish.location(), whom, earliest, start(day.plusDays(1), zone), steps::add);
    var before = steps.stream().filter(step -> step < wished).toList().reversed();
    var after = steps.stream().filter(step -> step >= wished).toList();
    return Stream.of(before, after).flatMap(list -> first(calendar, wish, whom, list).stream());
  }

  private static Optional<Opening> first(
      Calendar calendar, Wish wish, List<Candidate> whom, List<Long> steps) {
    var wanted = whom.stream().map(Candidate::resource).collect(Collectors.toSet());
    return steps.stream()
        .flatMap(step -> calendar.at(wish.location(), wanted, step).stream())
        .findFirst();
  }

  private static long away(Wish wish, Opening opening, ZoneId zone) {
    var wished = wish.start().atZone(zone);
    var start = opening.during().start().atZone(zone);
    var days = Math.abs(ChronoUnit.DAYS.between(wished.toLocalDate(), start.toLocalDate()));
    var minutes = Math.abs(ChronoUnit.MINUTES.between(wished.toLocalTime(), start.toLocalTime()));
    var other =
        !wish.wanted().isEmpty()
            && opening.claims().stream().noneMatch(c -> wish.wanted().contains(c.resource()));
    return minutes + days * DAY_COUNTS + (other ? OTHER_PRACTITIONER_COUNTS : 0);
  }

  private static long start(LocalDate day, ZoneId zone) {
    return WallTime.first(day.atStartOfDay(), zone).getEpochSecond();
  }
}
