package dev.liaison.arrivals;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.BookingRule;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is in the house is not moved, cancelled or missed: the visit decides then. */
@Component
class PresentPatients implements BookingRule {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mma", Locale.US);

  private final Visits visits;

  PresentPatients(Visits visits) {
    this.visits = visits;
  }

  @Override
  public Optional<String> objection(Actor actor, Appointment appointment, Act act) {
    return visits
        .find(actor.organization(), appointment.id())
        .filter(visit -> visit.stage() != Stage.ENTERED_IN_ERROR)
        .map(visit -> objection(visit, appointment.zone()));
  }

  private static String objection(Visit visit, ZoneId zone) {
    return switch (visit.stage()) {
      case FINISHED -> "The visit is over since " + clock(visit.stageSince().atZone(zone)) + ".";
      case LEFT_WITHOUT_BEING_SEEN ->
          "The patient was here and left at " + clock(visit.stageSince().atZone(zone)) + ".";
      default ->
          "The patient is here since "
              + clock(visit.arrivedAt().atZone(zone))
              + "; check out, or take the arrival back first.";
    };
  }

  private static String clock(ZonedDateTime at) {
    return CLOCK.format(at).toLowerCase(Locale.US);
  }
}
