package dev.liaison.scheduling.desk;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.Resource;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.facility.WeeklySession;
import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.WallTime;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.DayEntry;
import dev.liaison.scheduling.DayMarks.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page in the making: what all columns lean on.
 *
 * @param marks one for each of the entries
 */
record DayDrawing(
    ZoneId zone,
    LocalDate day,
    List<DayEntry> entries,
    Map<ResourceId, List<WeeklySession>> sessions,
    Map<AppointmentId, Mark> marks,
    List<AppointmentType> types,
    Instant now,
    boolean dense) {

  DayGrid grid(List<Resource> resources) {
    var shown = new ArrayList<Interval>();
    resources.forEach(r -> shown.addAll(worked(r)));
    entries.forEach(e -> shown.add(e.during()));
    return DayGrid.around(day, zone, shown);
  }

  DayColumn column(Resource resource, List<Resource> all) {
    var grid = grid(all);
    var blocks = blocks(resource, grid);
    var free = FreeTime.of(worked(resource), claimed(resource), now);
    var usual = usual(resource);
    return new DayColumn(
        resource,
        dense && resource.family() != null ? resource.family() : resource.name(),
        free.visits(usual.length()),
        "free for a " + usual.name() + " of " + usual.length().toMinutes() + " min",
        blocks,
        off(resource, grid),
        free.byHour(),
        grid,
        worked(resource).stream().noneMatch(w -> w.end().isAfter(now)));
  }

  /** What the resource is booked for as a rule: the first type of the facility that needs it. */
  private AppointmentType usual(Resource resource) {
    return types.stream()
        .filter(t -> t.needs().stream().anyMatch(n -> n.kind().equals(resource.kind())))
        .findFirst()
        .orElse(types.isEmpty() ? NO_TYPE : types.getFirst());
  }

  private static final AppointmentType NO_TYPE =
      new AppointmentType(
          new AppointmentTypeId(new UUID(0, 0)),
          "visit",
          "",
          "slate",
          Duration.ofMinutes(20),
          null,
          List.of());

  private List<Interval> worked(Resource resource) {
    return sessions.getOrDefault(resource.id(), List.of()).stream()
        .flatMap(s -> WallTime.between(day, s.starts(), s.ends(), zone).stream())
        .sorted(Comparator.comparing(Interval::start))
        .toList();
  }

  private List<Interval> claimed(Resource resource) {
    return entries.stream()
        .flatMap(e -> e.claims().stream())
        .filter(c -> c.resource().equals(resource.id()))
        .map(c -> c.during())
        .toList();
  }

  private List<DayBlock> blocks(Resource resource, DayGrid grid) {
    var byId = types.stream().collect(Collectors.toMap(AppointmentType::id, Function.identity()));
    var blocks = new ArrayList<DayBlock>();
    for (var entry : entries) {
      shownHere(entry, resource)
          .ifPresent(during ->
              blocks.add(
                  new DayBlock(
                      entry,
                      byId.getOrDefault(entry.type(), NO_TYPE),
                      Objects.requireNonNull(marks.get(entry.id())),
                      during,
                      resource.name(),
                      grid,
                      now,
                      dense)));
    }
    return blocks;
  }

  private static Optional<Interval> shownHere(DayEntry entry, Resource resource) {
    if (resource.id().equals(entry.practitioner())) {
      return Optional.of(entry.during());
    }
    return resource.category() == Category.PRACTITIONER
        ? Optional.empty()
        : entry.claims().stream()
            .filter(c -> c.resource().equals(resource.id()))
            .map(c -> c.during())
            .findFirst();
  }

  private List<DayColumn.Off> off(Resource resource, DayGrid grid) {
    var off = new ArrayList<DayColumn.Off>();
    var at = grid.start();
    String name = null;
    for (var session : ordered(resource)) {
      add(off, grid, at, session.during().start(), name);
      at = session.during().end();
      name = session.then();
    }
    add(off, grid, at, grid.end(), name);
    return off;
  }

  private record Held(Interval during, @Nullable String then) {}

  private List<Held> ordered(Resource resource) {
    return sessions.getOrDefault(resource.id(), List.of()).stream()
        .flatMap(s ->
            WallTime.between(day, s.starts(), s.ends(), zone).stream()
                .map(during -> new Held(during, s.thenName())))
        .sorted(Comparator.comparing(held -> held.during().start()))
        .toList();
  }

  private static void add(
      List<DayColumn.Off> off, DayGrid grid, Instant from, Instant until, @Nullable String name) {
    if (from.isBefore(until)) {
      off.add(new DayColumn.Off(grid.row(from), grid.rows(new Interval(from, until)), name));
    }
  }
}
