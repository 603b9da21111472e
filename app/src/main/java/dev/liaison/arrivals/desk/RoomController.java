package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Board;
import dev.liaison.arrivals.VisitId;
import dev.liaison.arrivals.VisitOutcome.RoomNotFree;
import dev.liaison.facility.Facility;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.NotHere;
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

/** Show a patient to a room. */
@Controller
class RoomController {
  private static final String TAKEN =
      "Another patient has just been shown to that room. Nothing was changed; these are the rooms now.";

  private final Arrivals arrivals;
  private final Board board;
  private final Facility facility;
  private final BoardPages boards;
  private final VisitPages pages;
  private final VisitAnswers answers;

  RoomController(
      Arrivals arrivals,
      Board board,
      Facility facility,
      BoardPages boards,
      VisitPages pages,
      VisitAnswers answers) {
    this.arrivals = arrivals;
    this.board = board;
    this.facility = facility;
    this.boards = boards;
    this.pages = pages;
    this.answers = answers;
  }

  @GetMapping("/visits/{id}/room")
  ModelAndView choose(Actor actor, @PathVariable UUID id) {
    return page(actor, pages.appointmentOf(actor, new VisitId(id)), null, HttpStatus.OK);
  }

  @PostMapping("/visits/{id}/room")
  ModelAndView room(
      Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID room) {
    var visit = new VisitId(id);
    var appointment = pages.appointmentOf(actor, visit);
    var chosen =
        facility
            .findResource(actor, new ResourceId(room))
            .orElseThrow(() -> new NotHere("room", room));
    var outcome = arrivals.room(actor, visit, version, chosen.id());
    if (outcome instanceof RoomNotFree) {
      return page(actor, appointment, TAKEN, HttpStatus.CONFLICT);
    }
    return answers.answer(
        actor,
        appointment,
        outcome,
        (name, at) -> name + " was shown to " + chosen.name() + " at " + at + ".");
  }

  private ModelAndView page(
      Actor actor, AppointmentId appointment, @Nullable String note, HttpStatus status) {
    var page =
        pages.showing(
            actor,
            appointment,
            "visit",
            subject ->
                new RoomPage(
                    subject,
                    boards.roomsOf(actor, subject.location()),
                    board.roomsInUse(actor, subject.location()),
                    note));
    return new ModelAndView("arrivals/room", Map.of("page", page), status);
  }
}
