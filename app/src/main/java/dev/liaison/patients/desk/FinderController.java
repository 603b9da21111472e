package dev.liaison.patients.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.platform.NotHere;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding a patient: the list under F2, the same as a page, and the way from there. */
@Controller
class FinderController {
  private final PatientFinder finder;
  private final SearchAudit audit;
  private final Patients patients;
  private final OpenRegistrations registrations;

  FinderController(
      PatientFinder finder, SearchAudit audit, Patients patients, OpenRegistrations registrations) {
    this.finder = finder;
    this.audit = audit;
    this.patients = patients;
    this.registrations = registrations;
  }

  /** Also for who comes Back to an answer, which no browser keeps and no address repeats. */
  @GetMapping({"/patients", "/patients/search"})
  ModelAndView start(SignedIn person) {
    return page(
        new SearchPage("", null, registrations.list(person), person.actor().role().isAtDesk()));
  }

  /** What is typed goes by POST: a name stands in no address and in no log. */
  @PostMapping("/patients/search")
  ModelAndView search(
      SignedIn person,
      @RequestParam(defaultValue = "") String words,
      @RequestHeader(value = "HX-Request", defaultValue = "false") boolean script) {
    if (script) {
      return new ModelAndView("patients/finderList", "list", finder.find(person, words));
    }
    return words.isBlank()
        ? start(person)
        : page(
            new SearchPage(
                words.strip(),
                finder.page(person, words),
                List.of(),
                person.actor().role().isAtDesk()));
  }

  /** To what one most likely wants of the patient, else to the patient's page. */
  @GetMapping("/patients/{id}/open")
  ModelAndView open(SignedIn person, @PathVariable UUID id) {
    var patient = new PatientId(id);
    if (patients.find(person.actor(), patient).isEmpty()) {
      throw new NotHere("patient", id);
    }
    audit.opened(person.actor(), patient);
    var act = finder.acts(person, List.of(patient)).get(patient);
    return new ModelAndView("redirect:" + (act == null ? "/patients/" + id : act.path()));
  }

  private static ModelAndView page(SearchPage page) {
    return new ModelAndView("patients/search", "page", page);
  }
}
