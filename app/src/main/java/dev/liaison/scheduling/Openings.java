package dev.liaison.scheduling;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.time.WallTime;
import dev.liaison.scheduling.Ground.Candidate;
import dev.liaison.scheduling.Grounds.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers "first openings for …" from the weekly templates less what is claimed. */
@Component
class Openings {
  private static final int FIRST_DAYS = 7;
  private static final int MOST_DAYS = 800;

  private final Grounds grounds;
  private final Clock clock;

  Openings(Grounds grounds, Clock clock) {
    this.grounds = grounds;
    this.clock = clock;
  }

  /**
   * The first ones: soonest first, around a day that is aimed at nearest first, the day after
   * before the day before; at the same time in the order of places and practitioners.
   */
  List<Opening> first(OrganizationId organization, OpeningQuestion question, int limit) {
    // A day that is over in every zone of the world holds nothing.
    var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    var from = question.from().isBefore(yesterday) ? yesterday : question.from();
    var end = from.plusDays(MOST_DAYS);
    var until = question.until().isAfter(end) ? end : question.until();
    var ground =
        until.isBefore(from)
            ? Optional.<Ground>empty()
            : grounds.read(
                organization,
                question.type(),
                question.locations(),
                from.minusDays(1),
                until.plusDays(1));
    if (ground.isEmpty() || ground.get().needs().isEmpty()) {
      return List.of();
    }
    return question.aim() == null
        ? first(organization, question, ground.get(), from, until, limit)
        : near(organization, question, question.aim(), ground.get(), from, until, limit);
  }

  /** Whether those who are asked for hold sessions on one of the days. */
  boolean worked(OrganizationId organization, OpeningQuestion question) {
    var read =
        grounds.read(
            organization, question.type(), question.locations(), question.from(), question.until());
    return read.filter(ground -> !ground.needs().isEmpty())
        .map(ground -> worked(ground, question))
        .orElse(false);
  }

  private static boolean worked(Ground ground, OpeningQuestion question) {
    var wanted =
        Ground.wanted(ground.anchor(), question.practitioners()).stream()
            .map(Candidate::resource)
            .toList();
    return question
        .from()
        .datesUntil(question.until().plusDays(1))
        .filter(day -> question.days().isEmpty() || question.days().contains(day.getDayOfWeek()))
        .anyMatch(day ->
            ground.sessions().stream()
                .anyMatch(s -> wanted.contains(s.resource()) && s.heldOn(day)));
  }

  private List<Opening> near(
      OrganizationId organization,
      OpeningQuestion question,
      LocalDate aim,
      Ground ground,
      LocalDate from,
      LocalDate until,
      int limit) {
    var asked = new Asked(question.patient(), null);
    var calendar = grounds.calendar(organization, question.type(), ground, from, until, asked);
    return from.datesUntil(until.plusDays(1))
        .sorted(
            Comparator.comparingLong((LocalDate day) -> Math.abs(DAYS.between(aim, day)))
                .thenComparing(Comparator.reverseOrder()))
        .flatMap(day -> among(calendar, question, day, day, limit).stream())
        .limit(limit)
        .toList();
  }

  // Most questions are answered by the first week; hopeless ones read ever longer stretches.
  private List<Opening> first(
      OrganizationId organization,
      OpeningQuestion question,
      Ground ground,
      LocalDate from,
      LocalDate until,
      int limit) {
    var found = new ArrayList<Opening>();
    var days = FIRST_DAYS;
    for (var day = from; !day.isAfter(until) && found.size() < limit; days *= 2) {
      var last = day.plusDays(days - 1L);
      last = last.isAfter(until) ? until : last;
      var asked = new Asked(question.patient(), null);
      var calendar = grounds.calendar(organization, question.type(), ground, day, last, asked);
      found.addAll(among(calendar, question, day, last, limit));
      day = last.plusDays(1);
    }
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  private List<Opening> among(
      Calendar calendar, OpeningQuestion question, LocalDate from, LocalDate until, int limit) {
    var ground = calendar.ground();
    if (!ground.takesOneOf(question.practitioners())) {
      return List.of();
    }
    var all = new ArrayList<Opening>();
    for (var place : ground.places().entrySet()) {
      for (var whom : choices(ground, question.practitioners())) {
        all.addAll(
            ofOne(calendar, question, place.getKey(), place.getValue(), whom, from, until, limit));
      }
    }
    all.sort(Comparator.comparing(opening -> opening.during().start()));
    return all.subList(0, Math.min(limit, all.size()));
  }

  /** Each practitioner stands for himself; of devices and rooms any one is as good as another. */
  static List<List<Candidate>> choices(Ground ground, Collection<ResourceId> wanted) {
    var anchor = ground.anchor();
    var candidates = Ground.wanted(anchor, wanted);
    return anchor.ofPeople() ? candidates.stream().map(List::of).toList() : List.of(candidates);
  }

  private List<Opening> ofOne(
      Calendar calendar,
      OpeningQuestion question,
      LocationId location,
      ZoneId zone,
      List<Candidate> whom,
      LocalDate from,
      LocalDate until,
      int limit) {
    var length = calendar.ground().length();
    var wanted = wanted(calendar.ground(), question.practitioners(), whom);
    var found = new ArrayList<Opening>();
    calendar.starts(
        location,
        whom,
        Math.max(start(from, zone), clock.instant().getEpochSecond()),
        start(until.plusDays(1), zone),
        second -> {
          var last = found.isEmpty() ? Instant.MIN : found.getLast().during().start().plus(length);
          if (last.getEpochSecond() <= second && allowed(question, second, zone)) {
            calendar.at(location, wanted, second).ifPresent(found::add);
          }
          return found.size() < limit;
        });
    return found;
  }

  /** Whom the question names beside the practitioner at hand: a room, a device. */
  private static Set<ResourceId> wanted(
      Ground ground, Collection<ResourceId> asked, List<Candidate> whom) {
    var wanted = new HashSet<>(asked);
    ground.anchor().candidates().forEach(c -> wanted.remove(c.resource()));
    whom.forEach(c -> wanted.add(c.resource()));
    return wanted;
  }

  private static boolean allowed(OpeningQuestion question, long second, ZoneId zone) {
    var wall = Instant.ofEpochSecond(second).atZone(zone).toLocalDateTime();
    var time = wall.toLocalTime();
    return !time.isBefore(question.earliest())
        && !time.isAfter(question.latest())
        && (question.days().isEmpty() || question.days().contains(wall.getDayOfWeek()));
  }

  private static long start(LocalDate day, ZoneId zone) {
    return WallTime.first(day.atStartOfDay(), zone).getEpochSecond();
  }
}
