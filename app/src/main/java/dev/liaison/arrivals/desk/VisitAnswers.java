package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Visit;
import dev.liaison.arrivals.VisitOutcome;
import dev.liaison.arrivals.VisitOutcome.BookingRefused;
import dev.liaison.arrivals.VisitOutcome.ChangedMeanwhile;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.arrivals.VisitOutcome.IdentityOpen;
import dev.liaison.arrivals.VisitOutcome.NotExpected;
import dev.liaison.arrivals.VisitOutcome.NotNow;
import dev.liaison.arrivals.VisitOutcome.RoomNotFree;
import dev.liaison.arrivals.VisitOutcome.Unknown;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.web.Toast;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers an act on a visit: a toast that can be undone, or the visit as it is and why not. */
@Component
class VisitAnswers {
  private final VisitPages pages;
  private final dev.liaison.web.Done done;
  private final Clock clock;

  VisitAnswers(VisitPages pages, dev.liaison.web.Done done, Clock clock) {
    this.pages = pages;
    this.done = done;
    this.clock = clock;
  }

  /**
   * @param said what was done, said of the patient's name and the time of the act
   */
  ModelAndView answer(
      Actor actor,
      AppointmentId appointment,
      VisitOutcome outcome,
      BiFunction<String, String, String> said) {
    return switch (outcome) {
      case Done(var visit) -> done(actor, appointment, visit, said);
      case VisitOutcome refusal ->
          new ModelAndView(
              "arrivals/visit",
              Map.of("page", pages.visit(actor, appointment, why(actor, appointment, refusal))),
              HttpStatus.CONFLICT);
    };
  }

  private ModelAndView done(
      Actor actor,
      AppointmentId appointment,
      Visit visit,
      BiFunction<String, String, String> said) {
    var subject = pages.subject(actor, appointment);
    var text = said.apply(subject.name(), subject.line().words().clock(clock.instant()));
    return done.here(actor, Toast.undoable(text, undo(visit)), "/today");
  }

  static String undo(Visit visit) {
    return "/visits/" + visit.id().value() + "/back?version=" + visit.version();
  }

  /** A whole sentence, with a way on where there is one. */
  String why(Actor actor, AppointmentId appointment, VisitOutcome refusal) {
    return switch (refusal) {
      case Unknown() -> throw new NotHere("appointment", appointment.value());
      case ChangedMeanwhile meanwhile -> VisitWords.changed(meanwhile, clock.instant());
      case NotNow(var now) -> VisitWords.notNow(now.stage());
      case NotExpected not ->
          VisitWords.notExpected(not, pages.subject(actor, appointment).line().words());
      case IdentityOpen() ->
          "Two identifiers are needed. Ask for the full name and the date of birth.";
      case RoomNotFree() -> "That room is not free any more. Choose another one.";
      case BookingRefused _, Done _ -> throw new IllegalStateException("Answered elsewhere");
    };
  }
}
