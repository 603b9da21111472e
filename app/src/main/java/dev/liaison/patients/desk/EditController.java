package dev.liaison.patients.desk;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.AmendOutcome;
import dev.liaison.patients.AmendOutcome.Amended;
import dev.liaison.patients.AmendOutcome.Invalid;
import dev.liaison.patients.AmendOutcome.NotFound;
import dev.liaison.patients.PatientBanner;
import dev.liaison.patients.PatientDetails;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.platform.Ids;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.web.Toast;
import dev.liaison.web.Toasts;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing a patient's data. */
@Controller
class EditController {
  private final Patients patients;
  private final Toasts toasts;
  private final Audit audit;
  private final Transactions transactions;
  private final DeskDay day;
  private final Clock clock;

  EditController(
      Patients patients,
      Toasts toasts,
      Audit audit,
      Transactions transactions,
      DeskDay day,
      Clock clock) {
    this.patients = patients;
    this.toasts = toasts;
    this.audit = audit;
    this.transactions = transactions;
    this.day = day;
    this.clock = clock;
  }

  @GetMapping("/patients/{id}/edit")
  ModelAndView form(SignedIn person, @PathVariable UUID id) {
    var patient = shown(person, id);
    return page(person, patient, EditForms.of(patient, day.today(person)), null);
  }

  @PostMapping("/patients/{id}/edit")
  ModelAndView save(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> sent) {
    var form = RegisterForm.of(sent, day.today(person));
    var outcome =
        patients.amend(person.actor(), new PatientId(id), version, form.registration(Ids.next()));
    return switch (outcome) {
      case Amended(var saved) -> {
        if (saved != version) {
          var name = patients.find(person.actor(), new PatientId(id)).orElseThrow().name();
          toasts.say(person.actor(), Toast.done(name.spoken() + "’s data is saved."));
        }
        yield new ModelAndView("redirect:/patients/" + id);
      }
      case Invalid(var problems) ->
          answer(UNPROCESSABLE_CONTENT, page(person, shown(person, id), form.with(problems), null));
      case AmendOutcome.Stale stale ->
          answer(
              CONFLICT,
              page(
                  person,
                  shown(person, id),
                  EditForms.merged(form, sent, stale.now()),
                  EditForms.stale(form, sent, stale, clock.instant())));
      case NotFound() -> throw new NotHere("patient", id);
    };
  }

  private PatientDetails shown(SignedIn person, UUID id) {
    return transactions.reading(
        person.actor(),
        () -> {
          var details =
              patients
                  .details(person.actor(), new PatientId(id))
                  .orElseThrow(() -> new NotHere("patient", id));
          audit.record(
              person.actor(),
              AuditEvent.of(AuditEvent.Action.READ, "patient-form", id).showing(id));
          return details;
        });
  }

  private ModelAndView page(
      SignedIn person, PatientDetails patient, RegisterForm form, EditPage.@Nullable Stale stale) {
    var banner =
        new PatientBanner(
            patient.summary(), patient.deceasedAt(), day.today(person), day.zone(person));
    return new ModelAndView("patients/edit", "page", new EditPage(patient, form, banner, stale));
  }

  private static ModelAndView answer(HttpStatusCode status, ModelAndView page) {
    page.setStatus(status);
    return page;
  }
}
