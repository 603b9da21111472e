package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.VisitOutcome.IdentityOpen;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Greet and check in. */
@Controller
class CheckInController {
  private static final String NOT_THE_PATIENT =
      "Nobody was checked in: who stands here is not who is booked. Look with F2 whom you have before"
          + " you, and check that person in.";
  private static final String OPEN = "Nobody was checked in yet: ask for both, and answer both.";

  private final Arrivals arrivals;
  private final VisitPages pages;
  private final VisitAnswers answers;

  CheckInController(Arrivals arrivals, VisitPages pages, VisitAnswers answers) {
    this.arrivals = arrivals;
    this.pages = pages;
    this.answers = answers;
  }

  @GetMapping("/appointments/{id}/check-in")
  ModelAndView ask(Actor actor, @PathVariable UUID id) {
    return page(actor, new AppointmentId(id), CheckInForm.EMPTY, null, HttpStatus.OK);
  }

  @PostMapping("/appointments/{id}/check-in")
  ModelAndView checkIn(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam Map<String, String> fields) {
    var appointment = new AppointmentId(id);
    var form = CheckInForm.of(fields);
    if (form.hasNo()) {
      return page(actor, appointment, form, NOT_THE_PATIENT, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var asked = CheckInPage.identifiers(pages.subject(actor, appointment).patient().summary());
    var outcome = arrivals.checkIn(actor, appointment, version, form.confirmed(asked));
    return outcome instanceof IdentityOpen
        ? page(actor, appointment, form, OPEN, HttpStatus.UNPROCESSABLE_CONTENT)
        : answers.answer(
            actor, appointment, outcome, (name, at) -> name + " checked in at " + at + ".");
  }

  private ModelAndView page(
      Actor actor,
      AppointmentId appointment,
      CheckInForm form,
      @Nullable String note,
      HttpStatus status) {
    var page =
        pages.showing(
            actor, appointment, "check-in", subject -> new CheckInPage(subject, form, note));
    return new ModelAndView("arrivals/checkIn", Map.of("page", page), status);
  }
}
