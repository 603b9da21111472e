package dev.liaison.demo;

import dev.liaison.demo.DemoCalendar.Mark;
import dev.liaison.facility.Facility;
import dev.liaison.facility.FacilityImport;
import dev.liaison.facility.FacilityImportOutcome;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes the demo what it should be at this hour. Each part looks first what is there, so a seed
 * that was cut off goes on, and a demo that is started again the next day has a new today.
 */
@Component
@Profile("demo")
class DemoSeed {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final int WEEKS_BACK = 3;
  private static final Duration FRESH = Duration.ofMinutes(45);

  private final DemoStaffing staffing;
  private final FacilityImport imports;
  private final Facility facility;
  private final DemoPatients patients;
  private final DemoHistory history;
  private final DemoDays days;
  private final DemoVisits visits;
  private final LongHours longHours;
  private final DemoCalendar calendar;
  private final Transactions transactions;
  private final Clock clock;

  DemoSeed(
      DemoStaffing staffing,
      FacilityImport imports,
      Facility facility,
      DemoPatients patients,
      DemoHistory history,
      DemoDays days,
      DemoVisits visits,
      LongHours longHours,
      DemoCalendar calendar,
      Transactions transactions,
      Clock clock) {
    this.staffing = staffing;
    this.imports = imports;
    this.facility = facility;
    this.patients = patients;
    this.history = history;
    this.days = days;
    this.visits = visits;
    this.longHours = longHours;
    this.calendar = calendar;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All that the first look at the desk needs. */
  DemoStaff makeToday(String organization) {
    return makeToday(organization, DemoSeed::file);
  }

  /** The same with other patients; the file is read only where something is missing. */
  DemoStaff makeToday(String organization, Supplier<SyntheaFile> patientsAndEncounters) {
    var staff = staffing.hire(organization);
    var actor = staff.coordinator();
    var now = clock.instant();
    var today = now.atZone(ZONE).toLocalDate();
    if (isLively(actor, now)) {
      return staff;
    }
    loadFacility(actor, today);
    var file = patientsAndEncounters.get();
    var known = patients.load(actor, file.patients());
    if (mark(actor, Mark.FILLED_BEFORE).isEmpty()) {
      history.load(actor, ground(actor, today), known, file.encounters());
    }
    longHours.open(actor, ground(actor, today), now.atZone(ZONE).toLocalDateTime());
    days.fillToday(actor, known, now, today);
    visits.make(staff, ground(actor, today), now);
    return staff;
  }

  /** The coming weeks, as long as it may go on. */
  void makeWeeks(DemoStaff staff, BooleanSupplier goesOn) {
    var actor = staff.coordinator();
    var today = LocalDate.ofInstant(clock.instant(), ZONE);
    var until = today.plusDays(DemoDays.AHEAD);
    if (mark(actor, Mark.FILLED_BEFORE).filter(day -> day > until.toEpochDay()).isEmpty()) {
      days.fillAhead(actor, patients.load(actor, file().patients()), today, until, goesOn);
    }
  }

  private void loadFacility(Actor actor, LocalDate today) {
    var week = today.minusWeeks(WEEKS_BACK).with(DayOfWeek.MONDAY);
    if (mark(actor, Mark.TEMPLATES_FROM).filter(day -> day == week.toEpochDay()).isPresent()) {
      return;
    }
    switch (imports.loadBeginning(actor, resource("facility.yaml"), week)) {
      case FacilityImportOutcome.Imported _ ->
          transactions.as(
              actor,
              tx -> {
                calendar.set(actor.organization(), Mark.TEMPLATES_FROM, week.toEpochDay());
                return week;
              });
      case FacilityImportOutcome.Refused refused ->
          throw new IllegalStateException("The demo's own facility is faulty: " + refused.faults());
    }
  }

  private DemoGround ground(Actor actor, LocalDate today) {
    return DemoGround.read(facility, actor, today.minusWeeks(1), today.plusWeeks(1));
  }

  /** A demo that was stopped and started again at once is as it was left. */
  private boolean isLively(Actor actor, Instant now) {
    return mark(actor, Mark.LIVELY_AT)
        .filter(minute -> Instant.ofEpochSecond(minute * 60).plus(FRESH).isAfter(now))
        .isPresent();
  }

  private Optional<Long> mark(Actor actor, Mark mark) {
    return transactions.reading(actor, () -> calendar.mark(actor.organization(), mark));
  }

  static SyntheaFile file() {
    try {
      return SyntheaFile.read(new ByteArrayInputStream(resource("patients.ndjson.gz")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) {
    try {
      return new ClassPathResource("demo/" + name).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
