package dev.liaison.scheduling.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.platform.NotHere;
import dev.liaison.scheduling.AppointmentId;
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
      AppointmentPages pages, BookedWords words, Scheduling scheduling, dev.liaison.web.Done done) {
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
    return undo(
        person,
        appointment,
        scheduling.cancel(person.actor(), appointment, version, UNDONE),
        now -> Toast.done(words.cancelled(person, pages.get(person, appointment))));
  }

  /** Undo of a cancellation: asks for the time again, and says who has it where that is refused. */
  @PostMapping("/appointments/{id}/rebook")
  ModelAndView rebook(SignedIn person, @PathVariable UUID id, @RequestParam int version) {
    var appointment = new AppointmentId(id);
    var outcome = scheduling.rebook(person.actor(), appointment, version);
    var now = pages.get(person, appointment);
    var wished =
        new Choice(now.type(), now.location(), now.practitioner(), now.during().start(), false);
    return done.here(
        person.actor(),
        outcome instanceof Booked
            ? Toast.done(words.booked(person, now))
            : Toast.refused(pages.refusal(person, appointment, wished, outcome)),
        "/schedule?date=" + now.told().toLocalDate());
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
                "/appointments/" + id + "/reopen?version=" + now));
  }

  /** Also what a no-show's Undo asks for, which stands in the day's list long after the act. */
  @PostMapping("/appointments/{id}/reopen")
  ModelAndView reopen(SignedIn person, @PathVariable UUID id, @RequestParam int version) {
    var appointment = new AppointmentId(id);
    return undo(
        person,
        appointment,
        scheduling.reopen(person.actor(), appointment, version),
        now ->
            Toast.done(words.who(person, pages.get(person, appointment)) + " is expected again."));
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

  /** Refused, an undo says so where it was pressed. */
  private ModelAndView undo(
      SignedIn person, AppointmentId id, ChangeOutcome outcome, Function<Integer, Toast> said) {
    var toast =
        switch (outcome) {
          case Done(_, var version) -> said.apply(version);
          case Changed(var now) -> Toast.refused(pages.changed(now) + " Nothing was changed.");
          case Refused(var why) -> Toast.refused(why + " Nothing was changed.");
          case Unknown() -> throw new NotHere("appointment", id.value());
        };
    return done.here(
        person.actor(), toast, "/schedule?date=" + pages.get(person, id).told().toLocalDate());
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
