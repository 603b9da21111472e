package dev.liaison.scheduling.desk;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.scheduling.DayMarks;
import dev.liaison.scheduling.DayMarks.Mark;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
