package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.VisitId;
import dev.liaison.arrivals.VisitOutcome.BookingRefused;
import dev.liaison.arrivals.desk.FollowUp.Found;
import dev.liaison.arrivals.desk.VisitPages.Subject;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingRequest.Why;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Check out, and book the follow-up in the same step. */
@Controller
class CheckOutController {
  private static final int LONGEST = 200;
  private static final String NONE_NEEDED = "none";

  private final Arrivals arrivals;
  private final VisitPages pages;
  private final VisitAnswers answers;
  private final FollowUp followUps;
  private final LostWords lost;
  private final PostedOpenings posted;

  CheckOutController(
      Arrivals arrivals,
      VisitPages pages,
      VisitAnswers answers,
      FollowUp followUps,
      LostWords lost,
      PostedOpenings posted) {
    this.arrivals = arrivals;
    this.pages = pages;
    this.answers = answers;
    this.followUps = followUps;
    this.lost = lost;
    this.posted = posted;
  }

  @GetMapping("/visits/{id}/check-out")
  ModelAndView open(Actor actor, @PathVariable UUID id) {
    var appointment = pages.appointmentOf(actor, new VisitId(id));
    var page =
        shown(
            actor,
            appointment,
            subject -> {
              var asked = subject.row().followUp();
              return page(actor, subject, Ids.next(), asked == null ? "" : asked);
            });
    return view(page, HttpStatus.OK);
  }

  /** The openings that other words mean: the part of the page for a script, else the page. */
  @PostMapping("/visits/{id}/check-out/openings")
  ModelAndView openings(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam UUID request,
      @RequestParam(defaultValue = "") String words,
      @RequestHeader(value = "HX-Request", defaultValue = "false") boolean script) {
    var appointment = pages.appointmentOf(actor, new VisitId(id));
    Function<Subject, CheckOutPage> page =
        subject -> page(actor, subject, request, shortened(words));
    return script
        ? new ModelAndView(
            "arrivals/followUps", "page", page.apply(pages.subject(actor, appointment)))
        : view(shown(actor, appointment, page), HttpStatus.OK);
  }

  @PostMapping("/visits/{id}/check-out")
  ModelAndView checkOut(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID request,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String opening) {
    var visit = new VisitId(id);
    var appointment = pages.appointmentOf(actor, visit);
    var subject = pages.subject(actor, appointment);
    var chosen = posted.read(actor, opening);
    if (chosen.isEmpty() && subject.row().followUp() != null && !opening.equals(NONE_NEEDED)) {
      return view(
          shown(actor, appointment, now -> undecided(actor, now, request, shortened(words))),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var booking =
        chosen.map(choice -> choice.request(request, subject.row().patient(), why(subject), null));
    var outcome = arrivals.checkOut(actor, visit, version, booking.orElse(null));
    if (outcome instanceof BookingRefused(var refusal)) {
      return view(
          shown(actor, appointment, now -> refused(actor, now, shortened(words), refusal)),
          HttpStatus.CONFLICT);
    }
    return answers.answer(
        actor,
        appointment,
        outcome,
        (name, at) ->
            name
                + " checked out at "
                + at
                + chosen.map(c -> "; follow-up " + when(c, subject)).orElse("")
                + ".");
  }

  private static String when(ChosenOpening chosen, Subject subject) {
    var words = new DayWords(subject.location().zone());
    return words.day(chosen.start()) + ", " + words.clock(chosen.start());
  }

  /** The page names the patient: its read is audited. */
  private CheckOutPage shown(
      Actor actor, AppointmentId appointment, Function<Subject, CheckOutPage> page) {
    return pages.showing(actor, appointment, "check-out", page);
  }

  private CheckOutPage page(Actor actor, Subject subject, UUID request, String words) {
    return new CheckOutPage(subject, request, words, followUps.find(actor, subject, words), null);
  }

  private CheckOutPage undecided(Actor actor, Subject subject, UUID request, String words) {
    return new CheckOutPage(
        subject,
        request,
        words,
        followUps.find(actor, subject, words),
        CheckOutPage.undecided(subject));
  }

  private CheckOutPage refused(Actor actor, Subject subject, String words, BookingOutcome refusal) {
    var asked = followUps.find(actor, subject, words);
    var offers = lost.alternatives(actor, refusal);
    var kept =
        offers.isEmpty() ? asked : new Found(offers, asked.aim(), asked.says(), asked.missed());
    return new CheckOutPage(
        subject, Ids.next(), words, kept, lost.says(actor, refusal, subject.name()));
  }

  private static Why why(Subject subject) {
    var asked = subject.row().followUp() == null ? "patient" : "clinician";
    return new Why(null, null, asked, "check-out", null);
  }

  private static ModelAndView view(CheckOutPage page, HttpStatus status) {
    return new ModelAndView("arrivals/checkOut", Map.of("page", page), status);
  }

  private static String shortened(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }
}
