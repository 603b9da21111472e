package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Board;
import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.Visit;
import dev.liaison.arrivals.VisitId;
import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientDetails;
import dev.liaison.patients.Patients;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.AppointmentId;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the drawers of one visit show, each with its audited read. */
@Component
class VisitPages {
  private final Board board;
  private final Arrivals arrivals;
  private final Patients patients;
  private final Facility facility;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  VisitPages(
      Board board,
      Arrivals arrivals,
      Patients patients,
      Facility facility,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.board = board;
    this.arrivals = arrivals;
    this.patients = patients;
    this.facility = facility;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Whom a drawer is about. */
  record Subject(
      BoardLine line, PatientDetails patient, Location location, @Nullable Resource practitioner) {
    BoardRow row() {
      return line.row();
    }

    String name() {
      return patient.summary().name().spoken();
    }

    Identity identity() {
      return Identity.of(patient.summary(), line.today());
    }

    /** {@code · Dr. Okafor}; empty without one. */
    String withWhom() {
      return practitioner == null ? "" : " · " + practitioner.name();
    }
  }

  /** Shows something of an appointment's visit: one transaction, one audited read. */
  <P> P showing(Actor actor, AppointmentId appointment, String what, Function<Subject, P> page) {
    return transactions.reading(
        actor,
        () -> {
          var subject = subject(actor, appointment);
          audit.record(
              actor,
              AuditEvent.of(Action.READ, what, appointment.value())
                  .showing(subject.row().patient().value()));
          return page.apply(subject);
        });
  }

  VisitPage visit(Actor actor, AppointmentId appointment, @Nullable String note) {
    return showing(
        actor,
        appointment,
        "visit",
        subject -> {
          var visit = subject.row().visit();
          return new VisitPage(
              subject.line(),
              subject.patient(),
              subject.withWhom(),
              visit == null ? List.of() : arrivals.changesOf(actor, visit),
              note);
        });
  }

  /** The appointment of a visit of ours. */
  AppointmentId appointmentOf(Actor actor, VisitId id) {
    return arrivals
        .find(actor, id)
        .map(Visit::appointment)
        .orElseThrow(() -> new NotHere("visit", id.value()));
  }

  Subject subject(Actor actor, AppointmentId appointment) {
    var row =
        board
            .row(actor, appointment)
            .orElseThrow(() -> new NotHere("appointment", appointment.value()));
    var location = facility.findLocation(actor, row.location()).orElseThrow();
    var patient = patients.details(actor, row.patient()).orElseThrow();
    var line = new BoardLine(row, clock.instant(), new DayWords(location.zone()), actor.role());
    return new Subject(line, patient, location, practitioner(actor, row.practitionerId()));
  }

  private @Nullable Resource practitioner(Actor actor, @Nullable ResourceId id) {
    return id == null
        ? null
        : facility.resources(actor).stream()
            .filter(resource -> resource.id().equals(id))
            .findFirst()
            .orElse(null);
  }
}
