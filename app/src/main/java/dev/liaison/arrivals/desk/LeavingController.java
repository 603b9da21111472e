package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.VisitId;
import dev.liaison.platform.tenancy.Actor;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clinician is done; the patient comes to the desk with what is asked for. */
@Controller
class LeavingController {
  private static final int LONGEST = 200;

  private final Arrivals arrivals;
  private final VisitPages pages;
  private final VisitAnswers answers;
  private final FollowUp followUps;

  LeavingController(Arrivals arrivals, VisitPages pages, VisitAnswers answers, FollowUp followUps) {
    this.arrivals = arrivals;
    this.pages = pages;
    this.answers = answers;
    this.followUps = followUps;
  }

  @GetMapping("/visits/{id}/leaving")
  ModelAndView ask(Actor actor, @PathVariable UUID id) {
    var appointment = pages.appointmentOf(actor, new VisitId(id));
    var page = pages.showing(actor, appointment, "visit", LeavingPage::new);
    return new ModelAndView("arrivals/leaving", "page", page);
  }

  /** Words that the check-out would not understand are mended here, where the order is known. */
  @PostMapping("/visits/{id}/leaving")
  ModelAndView leaving(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String followUp) {
    var visit = new VisitId(id);
    var asked = followUp.strip();
    var kept = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
    var appointment = pages.appointmentOf(actor, visit);
    var error = followUps.refusal(actor, pages.subject(actor, appointment), kept);
    if (error != null) {
      var page =
          pages.showing(
              actor, appointment, "visit", subject -> new LeavingPage(subject, kept, error));
      return new ModelAndView(
          "arrivals/leaving", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return answers.answer(
        actor,
        appointment,
        arrivals.leaving(actor, visit, version, kept.isEmpty() ? null : kept),
        (name, at) -> name + " is done in the room since " + at + ".");
  }
}
