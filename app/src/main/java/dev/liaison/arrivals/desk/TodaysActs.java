package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Board;
import dev.liaison.arrivals.BoardRow;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.LikelyAct;
import dev.liaison.patients.PatientId;
import dev.liaison.web.Here;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who is found and is here or expected today is most likely to be checked in or out. */
@Component
@Order(100)
class TodaysActs implements LikelyAct {
  private final Board board;
  private final Here here;

  TodaysActs(Board board, Here here) {
    this.board = board;
    this.here = here;
  }

  @Override
  public Map<PatientId, Act> of(SignedIn person, Collection<PatientId> patients) {
    var acts = new HashMap<PatientId, Act>();
    if (!BoardActs.may(person.actor().role(), "i")) {
      return acts;
    }
    here.of(person)
        .ifPresent(location -> {
          var words = new DayWords(location.zone());
          for (var row : board.todayOf(person.actor(), location, patients)) {
            act(row, words).ifPresent(act -> acts.putIfAbsent(row.patient(), act));
          }
        });
    return acts;
  }

  private static Optional<Act> act(BoardRow row, DayWords words) {
    var appointment = "/appointments/" + row.appointment().value();
    var visit = row.visit() == null ? "" : "/visits/" + row.visit().value();
    var since = row.stageSince();
    return Optional.ofNullable(
        switch (row.stage()) {
          case ENTERED_IN_ERROR ->
              row.isExpected()
                  ? new Act(
                      "Expected " + words.clock(row.startsAt()),
                      "Check in",
                      appointment + "/check-in")
                  : null;
          case ARRIVED -> new Act(here(since, words), "Check in", appointment + "/check-in");
          case CHECKED_IN -> new Act(here(since, words), "Show to a room", visit + "/room");
          case ROOMED, WITH_CLINICIAN ->
              new Act("In a room since " + clock(since, words), "Open", appointment + "/visit");
          case LEAVING ->
              new Act(
                  "To check out since " + clock(since, words), "Check out", visit + "/check-out");
          case FINISHED, LEFT_WITHOUT_BEING_SEEN -> null;
        });
  }

  private static String here(@Nullable Instant since, DayWords words) {
    return "Here since " + clock(since, words);
  }

  private static String clock(@Nullable Instant since, DayWords words) {
    return since == null ? "" : words.clock(since);
  }
}
