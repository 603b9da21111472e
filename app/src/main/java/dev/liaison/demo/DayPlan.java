package dev.liaison.demo;

import dev.liaison.demo.DemoCalendar.Busy;
import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.AppointmentType.Need;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import dev.liaison.facility.WeeklySession;
import dev.liaison.platform.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is booked on a day: for each practitioner in turn, through each session from its start, a
 * visit or a gap. The rooms and devices that a visit takes are kept count of, so that hardly
 * anything of it is refused.
 */
final class DayPlan {
  private static final Duration STEP = Duration.ofMinutes(5);

  private final DemoGround ground;
  private final LocalDate day;
  private final ToDoubleFunction<Instant> fullness;
  private final List<DemoPatient> waiting;
  private final Map<ResourceId, List<Interval>> busy = new HashMap<>();
  private final List<Planned> planned = new ArrayList<>();

  private DayPlan(
      DemoGround ground,
      List<DemoPatient> patients,
      LocalDate day,
      ToDoubleFunction<Instant> fullness,
      List<Busy> booked) {
    this.ground = ground;
    this.day = day;
    this.fullness = fullness;
    booked.forEach(each -> busy(each.resourceId()).add(each.during()));
    var expected = booked.stream().map(Busy::patientId).collect(Collectors.toSet());
    this.waiting =
        new ArrayList<>(
            patients.stream()
                .filter(patient -> !patient.deceased() && !expected.contains(patient.id()))
                .sorted(Comparator.comparingDouble(patient -> turn(patient, day)))
                .toList());
  }

  /**
   * A plan of the day, the same however often it is made.
   *
   * @param fullness how likely a practitioner who is free at that time is booked
   * @param booked what is booked already and stays
   */
  static List<Planned> of(
      DemoGround ground,
      List<DemoPatient> patients,
      LocalDate day,
      ToDoubleFunction<Instant> fullness,
      List<Busy> booked) {
    var plan = new DayPlan(ground, patients, day, fullness, booked);
    // The radiologist is the last of the file, and takes a sonographer from the others.
    ground.practitioners().reversed().forEach(plan::fill);
    plan.planned.sort(Comparator.comparing(Planned::start));
    return plan.planned;
  }

  private static double turn(DemoPatient patient, LocalDate day) {
    return Chance.of("turn", day, patient.key()).share() * (patient.vivid() ? 0.3 : 1);
  }

  private void fill(Resource practitioner) {
    var chance = Chance.of("day", day, practitioner.name());
    for (var session : ground.sessions(practitioner.id(), day)) {
      var place = location(session);
      session
          .on(day, place.zone())
          .ifPresent(hours -> fill(practitioner, session, place, hours, chance));
    }
  }

  private void fill(
      Resource practitioner, WeeklySession session, Location place, Interval hours, Chance chance) {
    var at = hours.start();
    while (at.isBefore(hours.end())) {
      if (!chance.happens(fullness.applyAsDouble(at))) {
        at = at.plus(STEP.multipliedBy(chance.between(2, 6)));
        continue;
      }
      var types =
          ground.types().stream().filter(type -> isFor(type, practitioner, session)).toList();
      if (types.isEmpty()) {
        return;
      }
      var type = chance.weighed(types, VisitMix::weight);
      var start = at.minus(own(type, practitioner).offset());
      var claims = claims(type, practitioner, place, start, hours);
      var patient = claims.flatMap(all -> next(type, practitioner));
      if (patient.isEmpty()) {
        at = at.plus(STEP);
        continue;
      }
      claims.get().forEach((resource, claim) -> busy(resource).add(claim));
      waiting.remove(patient.get());
      planned.add(
          new Planned(
              patient.get().id(),
              type,
              place.id(),
              practitioner.id(),
              start,
              VisitMix.why(type, chance)));
      at = at.plus(own(type, practitioner).busy());
    }
  }

  private boolean isFor(AppointmentType type, Resource practitioner, WeeklySession session) {
    var taken = session.types().isEmpty() || session.types().contains(type.id());
    return taken && firstPerson(type).filter(practitioner.kind()::equals).isPresent();
  }

  private Optional<String> firstPerson(AppointmentType type) {
    var people = ground.practitioners().stream().map(Resource::kind).toList();
    return type.needs().stream().map(Need::kind).filter(people::contains).findFirst();
  }

  private static Need own(AppointmentType type, Resource practitioner) {
    return type.needs().stream()
        .filter(need -> need.kind().equals(practitioner.kind()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Map<ResourceId, Interval>> claims(
      AppointmentType type, Resource practitioner, Location place, Instant start, Interval hours) {
    var claims = new HashMap<ResourceId, Interval>();
    for (var need : type.needs()) {
      var claim = Interval.of(start.plus(need.offset()), need.busy());
      var own = need.kind().equals(practitioner.kind());
      var free =
          own
              ? Optional.of(practitioner).filter(p -> hours.covers(claim) && isFree(p.id(), claim))
              : ground.resources().stream()
                  .filter(r -> r.kind().equals(need.kind()) && works(r, place, claim))
                  .filter(r -> isFree(r.id(), claim))
                  .findFirst();
      if (free.isEmpty()) {
        return Optional.empty();
      }
      claims.put(free.get().id(), claim);
    }
    return Optional.of(claims);
  }

  private boolean works(Resource resource, Location place, Interval claim) {
    return ground.sessions(resource.id(), day).stream()
        .filter(session -> session.location().equals(place.id()))
        .flatMap(session -> session.on(day, place.zone()).stream())
        .anyMatch(hours -> hours.covers(claim));
  }

  private boolean isFree(ResourceId resource, Interval claim) {
    return busy(resource).stream().noneMatch(claim::overlaps);
  }

  private List<Interval> busy(ResourceId resource) {
    return busy.computeIfAbsent(resource, id -> new ArrayList<>());
  }

  private Optional<DemoPatient> next(AppointmentType type, Resource practitioner) {
    var family = practitioner.family() == null ? "" : practitioner.family();
    return waiting.stream()
        .filter(
            patient -> VisitMix.sees(family, patient, day) && VisitMix.suits(type, patient, day))
        .findFirst();
  }

  private Location location(WeeklySession session) {
    return ground.locations().stream()
        .filter(place -> place.id().equals(session.location()))
        .findFirst()
        .orElseThrow();
  }
}
