package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.VisitOutcome;
import dev.liaison.arrivals.VisitOutcome.BookingRefused;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.arrivals.desk.WalkInPages.Wish;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.BookingRequest.Past;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.web.Toast;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient without an appointment: booked and arrived in one step. */
@Controller
class WalkInController {
  private static final int LONGEST = 200;

  private final Arrivals arrivals;
  private final WalkInPages pages;
  private final Patients patients;
  private final LostWords lost;
  private final PostedOpenings posted;
  private final dev.liaison.web.Done done;

  WalkInController(
      Arrivals arrivals,
      WalkInPages pages,
      Patients patients,
      LostWords lost,
      PostedOpenings posted,
      dev.liaison.web.Done done) {
    this.arrivals = arrivals;
    this.pages = pages;
    this.patients = patients;
    this.lost = lost;
    this.posted = posted;
    this.done = done;
  }

  @GetMapping("/walk-in")
  ModelAndView whom(Actor actor) {
    return new ModelAndView("arrivals/walkInWhom", "page", pages.whom(actor, ""));
  }

  /** The list under the field for a script, the page for a browser without one. */
  @PostMapping("/walk-in")
  ModelAndView find(
      Actor actor,
      @RequestParam(defaultValue = "") String words,
      @RequestHeader(value = "HX-Request", defaultValue = "false") boolean script) {
    var page = pages.whom(actor, words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    return new ModelAndView(script ? "arrivals/walkInList" : "arrivals/walkInWhom", "page", page);
  }

  @GetMapping("/patients/{id}/walk-in")
  ModelAndView open(SignedIn person, @PathVariable UUID id) {
    return page(person, new PatientId(id), Wish.NONE, null, HttpStatus.OK);
  }

  /** Another visit or practitioner was chosen: the part of the page for a script, else the page. */
  @PostMapping("/patients/{id}/walk-in/openings")
  ModelAndView openings(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID type,
      @RequestParam(required = false) @Nullable UUID practitioner,
      @RequestHeader(value = "HX-Request", defaultValue = "false") boolean script) {
    var view = page(person, new PatientId(id), new Wish(type, practitioner), null, HttpStatus.OK);
    if (script) {
      view.setViewName("arrivals/walkIns");
    }
    return view;
  }

  @PostMapping("/patients/{id}/walk-in")
  ModelAndView book(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam UUID request,
      @RequestParam(required = false) @Nullable UUID type,
      @RequestParam(required = false) @Nullable UUID practitioner,
      @RequestParam String opening) {
    var actor = person.actor();
    var patient = new PatientId(id);
    var name = name(actor, patient);
    var wish = new Wish(type, practitioner);
    pages.refuseForeign(actor, wish);
    var chosen = posted.read(actor, opening).orElseThrow(() -> new NotHere("opening", request));
    var outcome =
        arrivals.walkIn(
            actor, chosen.request(request, patient, Why.through("walk-in"), Past.WALK_IN));
    return switch (outcome) {
      case Done(var visit) ->
          done.here(
              actor,
              Toast.undoable(name + " is here as a walk-in.", VisitAnswers.undo(visit)),
              "/today");
      case BookingRefused(var refusal) ->
          page(person, patient, wish, lost.says(actor, refusal, name), HttpStatus.CONFLICT);
      case VisitOutcome _ ->
          page(
              person,
              patient,
              wish,
              "The visit of this form is over already. Open the walk-in anew for another one.",
              HttpStatus.CONFLICT);
    };
  }

  private String name(Actor actor, PatientId patient) {
    return patients
        .find(actor, patient)
        .map(summary -> summary.name().spoken())
        .orElseThrow(() -> new NotHere("patient", patient.value()));
  }

  private ModelAndView page(
      SignedIn person, PatientId patient, Wish wish, @Nullable String note, HttpStatus status) {
    var page = pages.page(person, patient, wish, note);
    return page == null
        ? new ModelAndView("arrivals/nowhere")
        : new ModelAndView("arrivals/walkIn", Map.of("page", page), status);
  }
}
