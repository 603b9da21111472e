package dev.liaison.scheduling.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.Patients;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.DayMarks.Mark;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.scheduling.desk.OpeningsPage.Lost;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of one appointment; each is audited as a reading of it. */
@Component
class AppointmentPages {
  private final Scheduling scheduling;
  private final Patients patients;
  private final Facility facility;
  private final Marks marks;
  private final RefusalWords refusals;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  AppointmentPages(
      Scheduling scheduling,
      Patients patients,
      Facility facility,
      Marks marks,
      RefusalWords refusals,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.scheduling = scheduling;
    this.patients = patients;
    this.facility = facility;
    this.marks = marks;
    this.refusals = refusals;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  Appointment get(SignedIn person, AppointmentId id) {
    return scheduling
        .find(person.actor(), id)
        .orElseThrow(() -> new NotHere("appointment", id.value()));
  }

  /**
   * @throws NotHere where anything of it is another organization's, or nobody's
   */
  Choice ours(SignedIn person, Choice choice) {
    choice
        .foreign(Names.of(facility, person.actor()))
        .ifPresent(foreign -> {
          throw foreign;
        });
    return choice;
  }

  AppointmentPage page(SignedIn person, AppointmentId id) {
    return page(person, id, "", null, null, null);
  }

  /** The field of a move could not be read. */
  AppointmentPage unread(SignedIn person, AppointmentId id, String typed, String error) {
    return page(person, id, typed, error, null, null);
  }

  /** A move or a change was refused. */
  AppointmentPage refused(
      SignedIn person, AppointmentId id, String typed, Choice wished, BookingOutcome outcome) {
    return page(person, id, typed, null, wished, outcome);
  }

  /** A change was refused that asks for no time. */
  AppointmentPage refused(SignedIn person, AppointmentId id, String why) {
    var page = page(person, id);
    return new AppointmentPage(
        page.appointment(),
        page.patient(),
        page.visit(),
        page.whom(),
        page.place(),
        page.today(),
        page.now(),
        page.mark(),
        "",
        null,
        new Lost(why, "Nothing was changed.", List.of()));
  }

  /** A refusal in one sentence or two, for a toast. */
  String refusal(SignedIn person, AppointmentId id, Choice wished, BookingOutcome outcome) {
    var lost = refused(person, id, "", wished, outcome).lost();
    return lost == null ? "Nothing was changed." : lost.toast();
  }

  String changed(Appointment now) {
    return refusals.changed(now, now.zone());
  }

  private AppointmentPage page(
      SignedIn person,
      AppointmentId id,
      String typed,
      @Nullable String error,
      @Nullable Choice wished,
      @Nullable BookingOutcome outcome) {
    var actor = person.actor();
    return transactions.reading(
        actor,
        () -> {
          var appointment = get(person, id);
          var patient = patients.find(actor, appointment.patient()).orElseThrow();
          audit.record(
              actor,
              AuditEvent.of(Action.READ, "appointment", id.value()).showing(patient.id().value()));
          var names = Names.of(facility, actor);
          var type = names.type(appointment.type());
          var practitioner = appointment.practitioner();
          var today = LocalDate.ofInstant(clock.instant(), appointment.zone());
          var lost =
              wished == null || outcome == null
                  ? null
                  : refusals.lost(person, outcome, wished, patient, names, appointment.zone());
          return new AppointmentPage(
              appointment,
              patient,
              type.name() + " " + appointment.during().length().toMinutes() + " min",
              practitioner == null ? "nobody by name" : names.resource(practitioner).name(),
              names.location(appointment.location()).name(),
              today,
              clock.instant(),
              mark(actor, appointment, today),
              typed,
              error,
              lost);
        });
  }

  private Mark mark(Actor actor, Appointment appointment, LocalDate today) {
    var known = marks.of(actor, List.of(appointment.id())).get(appointment.id());
    return known != null
        ? known
        : marks.expected(
            actor,
            appointment.id(),
            appointment.status(),
            appointment.confirmation() != null,
            appointment.told().toLocalDate().equals(today));
  }
}
