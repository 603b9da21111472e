package dev.liaison.scheduling.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.facility.WeeklySession;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.WallTime;
import dev.liaison.scheduling.DayEntry;
import dev.liaison.scheduling.Scheduling;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a place's day. */
@Component
class DayPages {
  private static final int DENSE = 8;

  private final Scheduling scheduling;
  private final Facility facility;
  private final Marks marks;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  DayPages(
      Scheduling scheduling,
      Facility facility,
      Marks marks,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.scheduling = scheduling;
    this.facility = facility;
    this.marks = marks;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  LocalDate today(ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The page, with an audit event for every patient on it. */
  DayPage audited(
      Actor actor,
      Location location,
      LocalDate day,
      boolean things,
      String typed,
      @Nullable String error) {
    return transactions.reading(
        actor,
        () -> {
          var page = page(actor, location, day, things, typed, error);
          var shown = new LinkedHashSet<UUID>();
          page.columns()
              .forEach(c -> c.blocks().forEach(b -> shown.add(b.entry().patient().value())));
          audit.record(
              actor,
              AuditEvent.of(Action.READ, "schedule", location.id().value())
                  .showing(shown)
                  .with("day", day));
          return page;
        });
  }

  /** For live changes, whose audience audits what is new to it. */
  DayPage page(Actor actor, Location location, LocalDate day, boolean things) {
    return transactions.reading(actor, () -> page(actor, location, day, things, "", null));
  }

  private DayPage page(
      Actor actor,
      Location location,
      LocalDate day,
      boolean things,
      String typed,
      @Nullable String error) {
    var all = facility.resources(actor);
    var entries = scheduling.day(actor, location.id(), whole(day, location.zone()));
    var ids = all.stream().map(Resource::id).toList();
    var sessions =
        facility.sessions(actor, ids, day, day).stream()
            .filter(s -> s.location().equals(location.id()) && s.heldOn(day))
            .collect(Collectors.groupingBy(WeeklySession::resource));
    var shown = columns(all, entries, sessions.keySet(), things);
    var nobody = !things && shown.stream().noneMatch(r -> r.category() == Category.PRACTITIONER);
    var resources = nobody ? columns(all, entries, sessions.keySet(), true) : shown;
    var draw =
        new DayDrawing(
            location.zone(),
            day,
            entries,
            sessions,
            marks.ofDay(actor, entries, day.equals(today(location.zone()))),
            facility.appointmentTypes(actor),
            clock.instant(),
            resources.size() > DENSE);
    return new DayPage(
        location,
        day,
        today(location.zone()),
        clock.instant(),
        things,
        all.stream()
            .anyMatch(
                r -> r.category() != Category.PRACTITIONER && location.id().equals(r.location())),
        resources.stream().map(r -> draw.column(r, resources)).toList(),
        draw.grid(resources),
        typed,
        error);
  }

  private static Interval whole(LocalDate day, ZoneId zone) {
    return new Interval(
        WallTime.first(day.atStartOfDay(), zone),
        WallTime.first(day.plusDays(1).atStartOfDay(), zone));
  }

  /** Who works or is booked; devices beside practitioners where a visit needs no practitioner. */
  private static List<Resource> columns(
      List<Resource> all, List<DayEntry> entries, Set<ResourceId> working, boolean things) {
    var booked =
        entries.stream()
            .filter(e -> things || e.practitioner() == null)
            .flatMap(e -> e.claims().stream().map(c -> c.resource()))
            .collect(Collectors.toSet());
    var seen =
        entries.stream()
            .map(DayEntry::practitioner)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(r ->
            r.category() == Category.PRACTITIONER
                ? !things && (working.contains(r.id()) || seen.contains(r.id()))
                : things
                    ? working.contains(r.id()) || booked.contains(r.id())
                    : booked.contains(r.id()))
        .toList();
  }
}
