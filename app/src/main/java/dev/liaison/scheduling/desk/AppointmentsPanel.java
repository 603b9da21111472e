package dev.liaison.scheduling.desk;

import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientPanel;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.scheduling.DayMarks.Mark;
import dev.liaison.scheduling.Scheduling;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The patient's appointments on the patient's page: those to come, then the latest that were. */
@Component
@Order(10)
class AppointmentsPanel implements PatientPanel {
  private static final int READ = 60;
  private static final int PAST_SHOWN = 8;

  private final Scheduling scheduling;
  private final Facility facility;
  private final Marks marks;
  private final Clock clock;

  AppointmentsPanel(Scheduling scheduling, Facility facility, Marks marks, Clock clock) {
    this.scheduling = scheduling;
    this.facility = facility;
    this.marks = marks;
    this.clock = clock;
  }

  @Override
  public Panel panel(SignedIn person, PatientId patient) {
    var all = scheduling.ofPatient(person.actor(), patient, READ);
    var names = Names.of(facility, person.actor());
    var now = marks.of(person.actor(), all.stream().map(Appointment::id).toList());
    var coming = all.stream().filter(this::isToCome).toList().reversed();
    var past = all.stream().filter(a -> !isToCome(a)).toList();
    var rows = new ArrayList<Row>();
    for (var appointment : coming) {
      rows.add(row(appointment, names, now, rows.isEmpty()));
    }
    past.stream().limit(PAST_SHOWN).forEach(a -> rows.add(row(a, names, now, false)));
    return new Panel(
        "Appointments", rows, "No appointment yet.", Math.max(0, past.size() - PAST_SHOWN));
  }

  private boolean isToCome(Appointment appointment) {
    return appointment.status() == AppointmentStatus.BOOKED
        && appointment.during().end().isAfter(clock.instant());
  }

  private Row row(
      Appointment appointment, Names names, Map<AppointmentId, Mark> now, boolean next) {
    var today = LocalDate.ofInstant(clock.instant(), appointment.zone());
    var told = appointment.told();
    var day = told.toLocalDate().equals(today) ? "Today" : Spoken.day(told.toLocalDate(), today);
    var mark =
        now.getOrDefault(
            appointment.id(),
            Marks.promised(appointment.status(), appointment.confirmation() != null));
    var practitioner = appointment.practitioner();
    return new Row(
        day + " " + Spoken.clock(told.toLocalTime()) + Spoken.half(told.toLocalTime()),
        mark.icon(),
        mark.label(),
        names.type(appointment.type()).name()
            + " "
            + appointment.during().length().toMinutes()
            + " min"
            + (practitioner == null ? "" : " with " + names.resource(practitioner).name()),
        detail(appointment, names),
        "/appointments/" + appointment.id().value(),
        next,
        null);
  }

  private static String detail(Appointment appointment, Names names) {
    var reason = appointment.why().reason();
    var place = names.location(appointment.location()).name();
    return reason == null ? place : place + " · " + reason;
  }
}
