package dev.liaison.scheduling.desk;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.scheduling.DayEntry;
import dev.liaison.scheduling.DayMarks;
import dev.liaison.scheduling.DayMarks.Mark;
import dev.liaison.scheduling.DayMarks.Next;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How far each appointment is: as modules above know, else as it was promised. */
@Component
class Marks {
  private final ObjectProvider<DayMarks> sources;

  Marks(ObjectProvider<DayMarks> sources) {
    this.sources = sources;
  }

  Map<AppointmentId, Mark> of(Actor actor, Collection<AppointmentId> appointments) {
    var marks = new HashMap<AppointmentId, Mark>();
    sources
        .orderedStream()
        .forEach(source -> source.of(actor, appointments).forEach(marks::putIfAbsent));
    return marks;
  }

  /** Those of a day's schedule, one for each. */
  Map<AppointmentId, Mark> ofDay(Actor actor, List<DayEntry> entries, boolean today) {
    var marks = new HashMap<>(of(actor, entries.stream().map(DayEntry::id).toList()));
    for (var entry : entries) {
      marks.computeIfAbsent(
          entry.id(), id -> expected(actor, id, entry.status(), entry.confirmed(), today));
    }
    return marks;
  }

  /** Of one that nobody has come to yet; one of today has what is done when somebody does. */
  Mark expected(
      Actor actor,
      AppointmentId appointment,
      AppointmentStatus status,
      boolean confirmed,
      boolean today) {
    var mark = promised(status, confirmed);
    return today && status == AppointmentStatus.BOOKED
        ? new Mark(
            mark.icon(), mark.label(), mark.over(), mark.waiting(), first(actor, appointment))
        : mark;
  }

  private @Nullable Next first(Actor actor, AppointmentId appointment) {
    return sources
        .orderedStream()
        .map(source -> source.first(actor, appointment))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static Mark promised(AppointmentStatus status, boolean confirmed) {
    return switch (status) {
      case BOOKED ->
          confirmed
              ? new Mark("circle", "confirmed", false, null, null)
              : new Mark("circle-dashed", "booked, not confirmed", false, null, null);
      case NOSHOW -> new Mark("user-x", "no-show", true, null, null);
      case FULFILLED -> new Mark("check-check", "done", true, null, null);
      case CANCELLED -> new Mark("calendar-x", "cancelled", true, null, null);
      case ENTERED_IN_ERROR -> new Mark("circle-x", "entered in error", true, null, null);
      case PROPOSED, HELD -> new Mark("hourglass", "not booked yet", false, null, null);
    };
  }
}
