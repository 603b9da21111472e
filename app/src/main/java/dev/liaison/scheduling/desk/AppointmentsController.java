package dev.liaison.scheduling.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.platform.NotHere;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.ChangeOutcome;
import dev.liaison.scheduling.ChangeOutcome.Changed;
import dev.liaison.scheduling.ChangeOutcome.Done;
import dev.liaison.scheduling.ChangeOutcome.Refused;
import dev.liaison.scheduling.ChangeOutcome.Unknown;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.web.Toast;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One appointment: look at it, confirm it, cancel it, note that nobody came. */
@Controller
class AppointmentsController {
  private static final String UNDONE = "Taken back at once";

  private final AppointmentPages pages;
  private final BookedWords words;
  private final Scheduling scheduling;
  private final dev.liaison.web.Done done;

  AppointmentsController(
      AppointmentPages pages,
      BookedWords words,
      Scheduling scheduling,
      dev.liaison.web.Done done) {
    this.pages = pages;
    this.words = words;
    this.scheduling = scheduling;
    this.done = done;
  }

  @GetMapping("/appointments/{id}")
  ModelAndView show(SignedIn person, @PathVariable UUID id) {
    return view("appointment", pages.page(person, new AppointmentId(id)), HttpStatus.OK);
  }

  @GetMapping("/appointments/{id}/cancel")
  ModelAndView whyCancel(SignedIn person, @PathVariable UUID id) {
    return view("cancel", pages.page(person, new AppointmentId(id)), HttpStatus.OK);
  }

  @PostMapping("/appointments/{id}/cancel")
  ModelAndView cancel(
      SignedIn person,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String other) {
    var appointment = new AppointmentId(id);
    var why = reason.isBlank() ? other.strip() : reason.strip();
    if (why.isEmpty() || why.length() > 500) {
      return view("cancel", pages.page(person, appointment), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return answer(
        person,
        appointment,
        scheduling.cancel(person.actor(), appointment, version, why),
        now ->
            Toast.undoable(
                words.cancelled(person, pages.get(person, appointment)),
                "/appointments/" + id + "/rebook?version=" + now));
  }

  /** Undo of a booking that was just made. */
  @PostMapping("/appointments/{id}/unbook")
  ModelAndView unbook(SignedIn person, @PathVariable UUID id, @RequestParam int version) {
    var appointment = new AppointmentId(id);
    return answer(
        person,
        appointment,
        scheduling.cancel(person.actor(), appointment, version, UNDONE),
        now -> Toast.done(words.cancelled(person, pages.get(person, appointment))));
  }

  @PostMapping("/appointments/{id}/rebook")
  ModelAndView rebook(SignedIn person, @PathVariable UUID id, @RequestParam int version) {
    var appointment = new AppointmentId(id);
    var outcome = scheduling.rebook(person.actor(), appointment, version);
    if (outcome instanceof Booked) {
      var now = pages.get(person, appointment);
      return done.here(
          person.actor(),
          Toast.done(words.booked(person, now)),
          "/schedule?date=" + now.told().toLocalDate());
    }
    if (outcome instanceof BookingOutcome.Unknown) {
      throw new NotHere("appointment", id);
    }
    var before = pages.get(person, appointment);
    var wished =
        new Choice(
            before.type(), before.location(), before.practitioner(), before.during().start());
    return view(
        "appointment",
        pages.refused(person, appointment, "", wished, outcome),
        HttpStatus.CONFLICT);
  }

  @PostMapping("/appointments/{id}/no-show")
  ModelAndView noShow(SignedIn person, @PathVariable UUID id, @RequestParam int version) {
    var appointment = new AppointmentId(id);
    return answer(
        person,
        appointment,
        scheduling.noShow(person.actor(), appointment, version),
        now ->
            Toast.undoable(
                words.missed(person, pages.get(person, appointment)),
                "/appointments/" + id + "/reopen"));
  }

  @PostMapping("/appointments/{id}/reopen")
  ModelAndView reopen(SignedIn person, @PathVariable UUID id) {
    var appointment = new AppointmentId(id);
    return answer(
        person,
        appointment,
        scheduling.reopen(person.actor(), appointment),
        now -> Toast.done(words.who(person, pages.get(person, appointment)) + " is expected again."));
  }

  @PostMapping("/appointments/{id}/confirm")
  ModelAndView confirm(SignedIn person, @PathVariable UUID id, @RequestParam int version) {
    var appointment = new AppointmentId(id);
    return answer(
        person,
        appointment,
        scheduling.confirm(person.actor(), appointment, version, "patient", "phone"),
        now -> Toast.done(words.confirmed(person, pages.get(person, appointment))));
  }

  private ModelAndView answer(
      SignedIn person, AppointmentId id, ChangeOutcome outcome, Function<Integer, Toast> said) {
    return switch (outcome) {
      case Done(_, var version) ->
          done.here(
              person.actor(),
              said.apply(version),
              "/schedule?date=" + pages.get(person, id).told().toLocalDate());
      case Changed(var now) ->
          view("appointment", pages.refused(person, id, pages.changed(now)), HttpStatus.CONFLICT);
      case Refused(var why) ->
          view("appointment", pages.refused(person, id, why), HttpStatus.CONFLICT);
      case Unknown() -> throw new NotHere("appointment", id.value());
    };
  }

  private static ModelAndView view(String name, AppointmentPage page, HttpStatusCode status) {
    var view = new ModelAndView("scheduling/" + name, "page", page);
    view.setStatus(status);
    return view;
  }
}
