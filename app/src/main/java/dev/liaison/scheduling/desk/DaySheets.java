package dev.liaison.scheduling.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.Location;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.BirthDate;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.desk.DaySheetPage.Line;
import dev.liaison.scheduling.desk.DaySheetPage.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prints a day, which the audit tells from looking at it. */
@Component
class DaySheets {
  private final DayPages days;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  DaySheets(DayPages days, Audit audit, Transactions transactions, Clock clock) {
    this.days = days;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  DaySheetPage printed(SignedIn person, Location location, LocalDate day) {
    return transactions.reading(
        person.actor(),
        () -> {
          var page = days.page(person.actor(), location, day, false);
          var shown = new LinkedHashSet<UUID>();
          page.columns()
              .forEach(c -> c.blocks().forEach(b -> shown.add(b.entry().patient().value())));
          audit.record(
              person.actor(),
              AuditEvent.of(Action.PRINT, "day-sheet", location.id().value())
                  .showing(shown)
                  .with("day", day));
          var now = clock.instant().atZone(location.zone()).toLocalTime();
          return new DaySheetPage(
              location.name(),
              Spoken.dayAndYear(day),
              "printed " + Spoken.time(now) + " by " + person.displayName(),
              "/schedule?date=" + day,
              page.columns().stream()
                  .filter(column -> !column.blocks().isEmpty())
                  .map(DaySheets::part)
                  .toList());
        });
  }

  private static Part part(DayColumn column) {
    return new Part(
        column.resource().name(), column.blocks().stream().map(DaySheets::line).toList());
  }

  private static Line line(DayBlock block) {
    var entry = block.entry();
    var start = entry.during().start().atZone(block.grid().zone()).toLocalTime();
    var birth = entry.birthDate();
    var state = block.mark().label().replace("booked, ", "");
    var note = entry.note() == null ? "" : " · " + entry.note();
    return new Line(
        Spoken.time(start),
        entry.name().listed(),
        birth == null ? "" : BirthDate.shown(birth),
        entry.mrn().shown(),
        block.type().name() + " " + entry.during().length().toMinutes(),
        entry.phone() == null ? "" : entry.phone(),
        state.substring(0, 1).toUpperCase(Locale.US) + state.substring(1) + note);
  }
}
