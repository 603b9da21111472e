package dev.liaison.demo;

import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.arrivals.PastVisit;
import dev.liaison.demo.SyntheaFile.Line;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The past visits: the patients' encounters, given to the demo's practitioners. Synthea's patients
 * are seen at any hour of any day, ours between eight and four of a weekday; what happened in a
 * hospital happened elsewhere.
 */
@Component
@Profile("demo")
class DemoHistory {
  private static final int BATCH = 500;
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final List<String> FAMILY_DOCTORS =
      List.of("Okafor", "Lindqvist", "Reyes", "Whitecloud");

  private final ArrivalsHistory history;

  DemoHistory(ArrivalsHistory history) {
    this.history = history;
  }

  void load(Actor actor, DemoGround ground, List<DemoPatient> patients, List<Line> encounters) {
    var byKey = new HashMap<String, DemoPatient>();
    patients.forEach(patient -> byKey.put("Patient/" + patient.key(), patient));
    var visits = new ArrayList<PastVisit>();
    encounters.forEach(encounter -> visits.add(visit(ground, byKey, encounter)));
    for (var i = 0; i < visits.size(); i += BATCH) {
      var batch = visits.subList(i, Math.min(visits.size(), i + BATCH));
      history.importVisits(actor, DemoPatients.SOURCE, batch);
    }
  }

  private static PastVisit visit(DemoGround ground, Map<String, DemoPatient> patients, Line line) {
    var encounter = line.resource();
    var patient = patients.get(encounter.path("subject").path("reference").asString());
    if (patient == null) {
      throw new IllegalStateException("An encounter of the demo's file has no patient there");
    }
    var start = OffsetDateTime.parse(encounter.path("period").path("start").asString()).toInstant();
    var end = OffsetDateTime.parse(encounter.path("period").path("end").asString()).toInstant();
    var encounterClass = encounter.path("class").path("code").asString();
    var type = words(encounter.path("type").path(0).path("text").asString());
    if (!encounterClass.equals("AMB")) {
      return new PastVisit(
          line.id(), line.digest(), patient.id(), null, null, encounterClass, type, start, end);
    }
    var moved = duringHours(ground, line.id(), start);
    return new PastVisit(
        line.id(),
        line.digest(),
        patient.id(),
        ground.clinic().id(),
        practitioner(ground, patient, type, moved),
        encounterClass,
        type,
        moved,
        moved.plus(shorter(Duration.between(start, end))));
  }

  /** {@code General examination of patient (procedure)} without what SNOMED CT says it is. */
  private static String words(String type) {
    return type.replaceAll(" \\([a-z /]+\\)$", "");
  }

  private static Duration shorter(Duration length) {
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }

  private static Instant duringHours(DemoGround ground, String encounter, Instant start) {
    var day = start.atZone(ground.zone()).toLocalDate();
    var weekday =
        switch (day.getDayOfWeek()) {
          case SATURDAY -> day.with(DayOfWeek.FRIDAY);
          case SUNDAY -> day.minusDays(2);
          default -> day;
        };
    var fives = Chance.of("past visit", encounter).between(0, 95);
    return weekday
        .atTime(LocalTime.of(8, 0).plusMinutes(5L * fives))
        .atZone(ground.zone())
        .toInstant();
  }

  private static ResourceId practitioner(
      DemoGround ground, DemoPatient patient, String type, Instant on) {
    var age = patient.age(on.atZone(ground.zone()).toLocalDate());
    var family =
        type.startsWith("Prenatal") || type.startsWith("Postnatal")
            ? "Bhattacharya"
            : age < 18 ? "Marchetti" : Chance.of("doctor", patient.key()).oneOf(FAMILY_DOCTORS);
    return ground.practitioner(family).id();
  }
}
