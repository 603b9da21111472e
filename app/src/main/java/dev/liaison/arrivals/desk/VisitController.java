package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.VisitId;
import dev.liaison.arrivals.VisitOutcome;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.web.Done;
import dev.liaison.web.Toast;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A visit's drawer, and the steps that need nothing but the word. */
@Controller
class VisitController {
  private final Arrivals arrivals;
  private final VisitPages pages;
  private final VisitAnswers answers;
  private final Done done;

  VisitController(Arrivals arrivals, VisitPages pages, VisitAnswers answers, Done done) {
    this.arrivals = arrivals;
    this.pages = pages;
    this.answers = answers;
    this.done = done;
  }

  @GetMapping("/appointments/{id}/visit")
  ModelAndView show(Actor actor, @PathVariable UUID id) {
    var page = pages.visit(actor, new AppointmentId(id), null);
    return new ModelAndView("arrivals/visit", "page", page);
  }

  @PostMapping("/appointments/{id}/arrive")
  ModelAndView arrive(Actor actor, @PathVariable UUID id) {
    var appointment = new AppointmentId(id);
    return answers.answer(
        actor,
        appointment,
        arrivals.arrive(actor, appointment),
        (name, at) -> name + " arrived at " + at + ".");
  }

  @PostMapping("/visits/{id}/clinician")
  ModelAndView clinician(Actor actor, @PathVariable UUID id, @RequestParam int version) {
    var visit = new VisitId(id);
    return answers.answer(
        actor,
        pages.appointmentOf(actor, visit),
        arrivals.withClinician(actor, visit, version),
        (name, at) -> name + " is with the clinician since " + at + ".");
  }

  @PostMapping("/visits/{id}/left")
  ModelAndView left(Actor actor, @PathVariable UUID id, @RequestParam int version) {
    var visit = new VisitId(id);
    return answers.answer(
        actor,
        pages.appointmentOf(actor, visit),
        arrivals.leftWithoutBeingSeen(actor, visit, version, null),
        (name, at) -> name + " left at " + at + " without being seen.");
  }

  /** Also what a toast's Undo asks for, which has no place for a page: a refusal is a toast too. */
  @PostMapping("/visits/{id}/back")
  ModelAndView back(Actor actor, @PathVariable UUID id, @RequestParam int version) {
    var visit = new VisitId(id);
    var appointment = pages.appointmentOf(actor, visit);
    return done.here(
        actor,
        switch (arrivals.takeBack(actor, visit, version)) {
          case VisitOutcome.Done(var now) ->
              Toast.done(
                  "Taken back: "
                      + pages.subject(actor, appointment).name()
                      + " is "
                      + VisitWords.is(now.stage())
                      + ".");
          case VisitOutcome.RoomNotFree() ->
              Toast.refused("Not taken back: another patient is in that room now.");
          case VisitOutcome refusal ->
              Toast.refused("Not taken back. " + answers.why(actor, appointment, refusal));
        },
        "/today");
  }
}
