package dev.liaison.patients.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PatientPanel;
import dev.liaison.patients.Patients;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Transactions;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A patient's page. */
@Controller
class PatientController {
  private final Patients patients;
  private final ObjectProvider<PatientPanel> panels;
  private final SearchAudit searches;
  private final Audit audit;
  private final Transactions transactions;
  private final DeskDay day;

  PatientController(
      Patients patients,
      ObjectProvider<PatientPanel> panels,
      SearchAudit searches,
      Audit audit,
      Transactions transactions,
      DeskDay day) {
    this.patients = patients;
    this.panels = panels;
    this.searches = searches;
    this.audit = audit;
    this.transactions = transactions;
    this.day = day;
  }

  @GetMapping("/patients/{id}")
  ModelAndView show(SignedIn person, @PathVariable UUID id) {
    var patient = new PatientId(id);
    searches.opened(person.actor(), patient);
    var page = transactions.reading(person.actor(), () -> page(person, patient));
    return new ModelAndView("patients/patient", "page", page);
  }

  private PatientPage page(SignedIn person, PatientId patient) {
    var id = patient.value();
    var details =
        patients.details(person.actor(), patient).orElseThrow(() -> new NotHere("patient", id));
    audit.record(person.actor(), AuditEvent.of(AuditEvent.Action.READ, "patient", id).showing(id));
    return new PatientPage(
        details,
        panels.orderedStream().map(panel -> panel.panel(person, patient)).toList(),
        person.actor().role().isAtDesk(),
        day.today(person),
        day.zone(person));
  }
}
