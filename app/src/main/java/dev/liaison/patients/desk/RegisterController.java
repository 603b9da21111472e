package dev.liaison.patients.desk;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.patients.RegistrationField;
import dev.liaison.patients.RegistrationOutcome.AlreadyThere;
import dev.liaison.patients.RegistrationOutcome.Invalid;
import dev.liaison.patients.RegistrationOutcome.Registered;
import dev.liaison.platform.Ids;
import dev.liaison.web.Field;
import dev.liaison.web.Toast;
import dev.liaison.web.Toasts;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Registering a patient. */
@Controller
class RegisterController {
  private final Patients patients;
  private final OpenRegistrations open;
  private final Toasts toasts;
  private final DeskDay day;

  RegisterController(Patients patients, OpenRegistrations open, Toasts toasts, DeskDay day) {
    this.patients = patients;
    this.open = open;
    this.toasts = toasts;
    this.day = day;
  }

  /** Each form has an address of its own, so that a reload finds what was typed into it. */
  @GetMapping("/patients/new")
  ModelAndView begin() {
    return new ModelAndView("redirect:/patients/new/" + Ids.next());
  }

  /** From a search that found nobody; the words stand in the form. */
  @PostMapping("/patients/new")
  ModelAndView begin(SignedIn person, @RequestParam(defaultValue = "") String words) {
    return new ModelAndView("redirect:/patients/new/" + open.begin(person, words));
  }

  /** A browser that goes back to a form that was saved gets a fresh one: it may be of a child. */
  @GetMapping("/patients/new/{request}")
  ModelAndView form(SignedIn person, @PathVariable UUID request) {
    if (patients.registeredBy(person.actor(), request).isPresent()) {
      return new ModelAndView("redirect:/patients/new/" + open.afresh(person.actor(), request));
    }
    var typed = open.find(person.actor(), request);
    return page(person, request, new RegisterForm(typed, List.of(), day.today(person)));
  }

  @PostMapping("/patients/new/{request}")
  ModelAndView register(
      SignedIn person,
      @PathVariable UUID request,
      @RequestParam(defaultValue = "save") String then,
      @RequestParam MultiValueMap<String, String> sent) {
    var form = RegisterForm.of(sent, day.today(person));
    return switch (patients.register(person.actor(), form.registration(request))) {
      case Registered(var id, var mrn) -> {
        var name = patients.find(person.actor(), id).orElseThrow().name().spoken();
        toasts.say(
            person.actor(), Toast.done("%s is registered, MRN %s.".formatted(name, mrn.shown())));
        yield done(person, request, id, then);
      }
      case AlreadyThere(var id) -> done(person, request, id, then);
      case Invalid(var problems) -> {
        var page = page(person, request, form.with(problems));
        page.setStatus(UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  @PostMapping("/patients/new/{request}/discard")
  ModelAndView discard(SignedIn person, @PathVariable UUID request) {
    open.close(person.actor(), request);
    return new ModelAndView("redirect:/patients");
  }

  /** What the desk understood of one field, or what is wrong with it, when the person leaves it. */
  @PostMapping("/patients/check/{field}")
  ModelAndView check(
      SignedIn person, @PathVariable String field, @RequestParam(defaultValue = "") String value) {
    var today = day.today(person);
    var asked = field(field);
    return new ModelAndView(
        "patients/check",
        "field",
        Field.text(field, asked.label(), value)
            .withError(Patients.problem(asked, value, today).orElse(null))
            .understoodAs(Patients.understood(asked, value, today).orElse(null)));
  }

  private static RegistrationField field(String name) {
    for (var field : RegistrationField.values()) {
      if (RegisterForm.name(field).equals(name)) {
        return field;
      }
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }

  private ModelAndView done(SignedIn person, UUID request, PatientId id, String then) {
    open.close(person.actor(), request);
    return new ModelAndView(
        "redirect:/patients/" + id.value() + ("book".equals(then) ? "/openings" : ""));
  }

  private ModelAndView page(SignedIn person, UUID request, RegisterForm form) {
    var others = open.list(person).stream().filter(other -> !other.id().equals(request)).toList();
    return new ModelAndView("patients/register", "page", new RegisterPage(request, form, others));
  }
}
