package dev.liaison.scheduling.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.NotHere;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Past;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.web.Done;
import dev.liaison.web.Toast;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Find an opening, and book it. */
@Controller
class OpeningsController {
  private final OpeningsPages pages;
  private final SpotWords spots;
  private final BookedWords words;
  private final Scheduling scheduling;
  private final Done done;

  OpeningsController(
      OpeningsPages pages, SpotWords spots, BookedWords words, Scheduling scheduling, Done done) {
    this.pages = pages;
    this.spots = spots;
    this.words = words;
    this.scheduling = scheduling;
    this.done = done;
  }

  /** A free spot of the schedule keeps what it says while a patient is looked for. */
  @GetMapping("/openings")
  ModelAndView forWhom(
      SignedIn person,
      @RequestParam(required = false) @Nullable Instant start,
      @RequestParam(required = false) @Nullable UUID whom) {
    var page = new ForWhomPage(spots.spot(person, start, whom), "", List.of());
    return new ModelAndView("scheduling/forWhom", "page", page);
  }

  /** The list under the field for a script, the page for a browser without one. */
  @PostMapping("/openings")
  ModelAndView findWhom(
      SignedIn person,
      @RequestParam(required = false) @Nullable Instant start,
      @RequestParam(required = false) @Nullable UUID whom,
      @RequestParam(defaultValue = "") String words,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
    var page = pages.forWhom(person, shortened(words), spots.spot(person, start, whom));
    var view = script == null ? "scheduling/forWhom" : "scheduling/whomList";
    return new ModelAndView(view, "page", page);
  }

  @GetMapping("/patients/{id}/openings")
  ModelAndView open(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Instant start,
      @RequestParam(required = false) @Nullable UUID whom) {
    var typed = spots.words(person, spots.spot(person, start, whom));
    return page(pages.page(person, new PatientId(id), typed, WhyForm.EMPTY), HttpStatus.OK);
  }

  /** The openings that other words mean: the part of the page for a script, else the page. */
  @PostMapping("/patients/{id}/openings")
  ModelAndView ask(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String words,
      @ModelAttribute WhyForm why,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
    var patient = new PatientId(id);
    return script == null
        ? page(pages.page(person, patient, shortened(words), why), HttpStatus.OK)
        : new ModelAndView(
            "scheduling/asked", "page", pages.found(person, patient, shortened(words), why));
  }

  @PostMapping("/appointments")
  ModelAndView book(
      SignedIn person,
      @RequestParam UUID patient,
      @RequestParam UUID request,
      @RequestParam String opening,
      @RequestParam(defaultValue = "") String words,
      @ModelAttribute WhyForm why) {
    var who = new PatientId(patient);
    var choice = Choice.read(opening).orElseThrow(() -> new NotHere("opening", request));
    var outcome = scheduling.book(person.actor(), request(who, request, choice, why));
    return switch (outcome) {
      case Booked(var id) -> booked(person, id);
      case BookingOutcome.SlotTaken _,
          BookingOutcome.PatientConflict _,
          BookingOutcome.OutsideTemplate _,
          BookingOutcome.InThePast _,
          BookingOutcome.Changed _,
          BookingOutcome.Refused _,
          BookingOutcome.Unknown _ ->
          page(
              pages.refused(person, who, shortened(words), why, choice, outcome),
              HttpStatus.CONFLICT);
    };
  }

  private ModelAndView booked(SignedIn person, AppointmentId id) {
    var appointment = scheduling.find(person.actor(), id).orElseThrow();
    var day = appointment.told().toLocalDate();
    return done.here(
        person.actor(),
        Toast.undoable(
            words.booked(person, appointment),
            "/appointments/" + id.value() + "/unbook?version=" + appointment.version()),
        "/schedule?date=" + day);
  }

  /** The same opening of the same form is one request, however often it is sent. */
  private static BookingRequest request(PatientId patient, UUID form, Choice choice, WhyForm why) {
    var one = form + "/" + patient.value() + "/" + choice.write();
    return new BookingRequest(
        UUID.nameUUIDFromBytes(one.getBytes(StandardCharsets.UTF_8)),
        patient,
        choice.type(),
        choice.location(),
        choice.whom(),
        choice.start(),
        why.toWhy(),
        choice.downtime() ? Past.ENTERED_AFTER_DOWNTIME : null);
  }

  private static ModelAndView page(OpeningsPage page, HttpStatusCode status) {
    var view = new ModelAndView("scheduling/openings", "page", page);
    view.setStatus(status);
    return view;
  }

  private static String shortened(String words) {
    return words.length() > 200 ? words.substring(0, 200) : words;
  }
}
