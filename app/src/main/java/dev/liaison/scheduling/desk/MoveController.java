package dev.liaison.scheduling.desk;

import dev.liaison.facility.ResourceId;
import dev.liaison.identity.SignedIn;
import dev.liaison.platform.NotHere;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.MoveRequest;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.web.Done;
import dev.liaison.web.Toast;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Moves an appointment: to a time typed ({@code wed 1130}), to one of the alternatives offered, or
 * to where it was dragged.
 */
@Controller
class MoveController {
  private final AppointmentPages pages;
  private final BookedWords words;
  private final Scheduling scheduling;
  private final Done done;
  private final Clock clock;

  MoveController(
      AppointmentPages pages, BookedWords words, Scheduling scheduling, Done done, Clock clock) {
    this.pages = pages;
    this.words = words;
    this.scheduling = scheduling;
    this.done = done;
    this.clock = clock;
  }

  @GetMapping("/appointments/{id}/move")
  ModelAndView whereTo(SignedIn person, @PathVariable UUID id) {
    return view(pages.page(person, new AppointmentId(id)), HttpStatus.OK);
  }

  /**
   * @param when as typed; else
   * @param opening one of those offered; else
   * @param start with {@code whom} where it was dropped
   */
  @PostMapping("/appointments/{id}/move")
  ModelAndView move(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String when,
      @RequestParam(required = false) @Nullable String opening,
      @RequestParam(required = false) @Nullable Instant start,
      @RequestParam(required = false) @Nullable UUID whom,
      @RequestParam(defaultValue = "false") boolean undo) {
    var appointment = pages.get(person, new AppointmentId(id));
    if (opening != null) {
      var choice = Choice.read(opening).orElseThrow(() -> new NotHere("opening", id));
      return ask(person, appointment, version, when, pages.ours(person, choice));
    }
    if (start != null) {
      var resource = whom == null ? appointment.practitioner() : new ResourceId(whom);
      var back = pages.ours(person, to(appointment, start, resource));
      return undo
          ? takeBack(person, appointment, version, back)
          : ask(person, appointment, version, when, back);
    }
    return typed(person, appointment, version, when);
  }

  /** What a time typed would mean, while it is typed: names nobody, and nothing is moved. */
  @PostMapping(value = "/appointments/{id}/move/says", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> says(
      SignedIn person, @PathVariable UUID id, @RequestParam(defaultValue = "") String when) {
    var appointment = pages.get(person, new AppointmentId(id));
    return ResponseEntity.ok(
        switch (MoveTo.read(when, appointment, clock.instant())) {
          case MoveTo.At(var start) -> words.at(person, appointment, start);
          case MoveTo.Unread(var why) -> why;
        });
  }

  private ModelAndView typed(SignedIn person, Appointment appointment, int version, String when) {
    return switch (MoveTo.read(when, appointment, clock.instant())) {
      case MoveTo.At(var start) ->
          ask(person, appointment, version, when, to(appointment, start, null));
      case MoveTo.Unread(var why) -> unread(person, appointment, when, why);
    };
  }

  private ModelAndView ask(
      SignedIn person, Appointment before, int version, String typed, Choice to) {
    var id = before.id();
    var outcome =
        scheduling.move(person.actor(), new MoveRequest(id, version, to.start(), to.whom()));
    return switch (outcome) {
      case Booked _ -> moved(person, before);
      case BookingOutcome.Unknown _ -> throw new NotHere("appointment", id.value());
      case BookingOutcome.SlotTaken _,
          BookingOutcome.PatientConflict _,
          BookingOutcome.OutsideTemplate _,
          BookingOutcome.InThePast _,
          BookingOutcome.Changed _,
          BookingOutcome.Refused _ ->
          view(pages.refused(person, id, typed, to, outcome), HttpStatus.CONFLICT);
    };
  }

  /** Undo is another move: who has the time now is said where the undo was pressed. */
  private ModelAndView takeBack(SignedIn person, Appointment before, int version, Choice to) {
    var outcome =
        scheduling.move(
            person.actor(), new MoveRequest(before.id(), version, to.start(), to.whom()));
    return outcome instanceof Booked
        ? moved(person, before)
        : done.here(
            person.actor(),
            Toast.refused(pages.refusal(person, before.id(), to, outcome)),
            "/schedule?date=" + before.told().toLocalDate());
  }

  private ModelAndView moved(SignedIn person, Appointment before) {
    var now = pages.get(person, before.id());
    var back = before.practitioner();
    var undo =
        "/appointments/"
            + now.id().value()
            + "/move?version="
            + now.version()
            + "&start="
            + before.during().start()
            + (back == null ? "" : "&whom=" + back.value())
            + "&undo=true";
    return done.here(
        person.actor(),
        Toast.undoable(words.moved(person, now), undo),
        "/schedule?date=" + now.told().toLocalDate());
  }

  private ModelAndView unread(SignedIn person, Appointment before, String typed, String error) {
    return view(pages.unread(person, before.id(), typed, error), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /**
   * @param whom null: the practitioner stays
   */
  private static Choice to(Appointment before, Instant start, @Nullable ResourceId whom) {
    return new Choice(
        before.type(),
        before.location(),
        whom == null ? before.practitioner() : whom,
        start,
        false);
  }

  private static ModelAndView view(AppointmentPage page, HttpStatusCode status) {
    var view = new ModelAndView("scheduling/move", "page", page);
    view.setStatus(status);
    return view;
  }
}
