package dev.liaison.scheduling.desk;

import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientPanel;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.DayMarks.Mark;
import dev.liaison.scheduling.Scheduling;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The patient's appointments on the patient's page: those to come, then the latest that were. */
@Component
@Order(10)
class AppointmentsPanel implements PatientPanel {
  /** Those that were, beyond which none is counted. */
  private static final int PAST_READ = 60;

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
    var coming = scheduling.upcoming(person.actor(), patient, clock.instant());
    var past = past(person, patient, coming);
    var all = Stream.concat(coming.stream(), past.stream()).map(Appointment::id).toList();
    var names = Names.of(facility, person.actor());
    var now = marks.of(person.actor(), all);
    var rows = new ArrayList<Row>();
    for (var appointment : coming) {
      rows.add(row(appointment, names, now, rows.isEmpty()));
    }
    past.stream().limit(PAST_SHOWN).forEach(a -> rows.add(row(a, names, now, false)));
    return new Panel(
        "Appointments", rows, "No appointment yet.", Math.max(0, past.size() - PAST_SHOWN));
  }

  /** Over, cancelled or never true; the latest first. */
  private List<Appointment> past(SignedIn person, PatientId patient, List<Appointment> coming) {
    var shown = coming.stream().map(Appointment::id).collect(Collectors.toSet());
    return scheduling.ofPatient(person.actor(), patient, coming.size() + PAST_READ).stream()
        .filter(appointment -> !shown.contains(appointment.id()))
        .toList();
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
