package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.Stage;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a row now, each with its letter: the row's keys, its menu and the buttons
 * of its drawer are all made of this list.
 */
public record BoardActs(List<Act> all) {
  private static final Set<String> CLINICIANS = Set.of("r", "h", "d", "u", "s");

  /**
   * One of them.
   *
   * @param words verb and object, as its button says
   * @param post whether it is done by a POST at once, else opened as a drawer
   */
  public record Act(String letter, String icon, String words, String path, boolean post) {}

  public BoardActs {
    all = List.copyOf(all);
  }

  static BoardActs of(BoardRow row, Instant now, Role role) {
    var acts = new ArrayList<Act>();
    var appointment = "/appointments/" + row.appointment().value();
    var visit = row.visit() == null ? "" : "/visits/" + row.visit().value();
    var version = "?version=" + row.version();
    switch (row.stage()) {
      case ENTERED_IN_ERROR -> {
        if (row.status() == AppointmentStatus.BOOKED) {
          acts.add(new Act("i", "circle-check", "Check in", appointment + "/check-in", false));
          acts.add(new Act("a", "circle-dot", "Note the arrival", appointment + "/arrive", true));
          expected(acts, row, appointment, now);
        } else if (row.status() == AppointmentStatus.NOSHOW) {
          var seen = "/reopen?version=" + row.appointmentVersion();
          acts.add(new Act("u", "history", "Came after all", appointment + seen, true));
        }
      }
      case ARRIVED -> {
        acts.add(new Act("i", "circle-check", "Check in", appointment + "/check-in", false));
        inTheHouse(acts, visit, version, row.stage());
      }
      case CHECKED_IN, ROOMED, WITH_CLINICIAN, LEAVING -> {
        if (row.identifiedAt() == null) {
          acts.add(new Act("i", "circle-check", "Identify", appointment + "/check-in", false));
        }
        inTheHouse(acts, visit, version, row.stage());
      }
      case FINISHED, LEFT_WITHOUT_BEING_SEEN ->
          acts.add(new Act("u", "history", "Take back", visit + "/back" + version, true));
    }
    var patient = "/patients/" + row.patient().value();
    acts.add(new Act("b", "calendar-plus", "Book another visit", patient + "/openings", false));
    acts.add(new Act("e", "square-pen", "Edit the patient", patient + "/edit", false));
    acts.removeIf(act -> !may(role, act.letter()));
    return new BoardActs(acts);
  }

  /** Whether the route table lets that role do it: who sees the patient does less than the desk. */
  static boolean may(Role role, String letter) {
    return role.isAtDesk() || (role == Role.CLINICIAN && CLINICIANS.contains(letter));
  }

  /** What the calendar does with somebody who has not come yet. */
  private static void expected(List<Act> acts, BoardRow row, String appointment, Instant now) {
    var version = "?version=" + row.appointmentVersion();
    acts.add(new Act("m", "move", "Move", appointment + "/move", false));
    if (!row.confirmed()) {
      acts.add(new Act("c", "circle-check", "Confirm", appointment + "/confirm" + version, true));
    }
    if (!row.startsAt().isAfter(now)) {
      acts.add(new Act("n", "user-x", "No-show", appointment + "/no-show" + version, true));
    }
    acts.add(new Act("x", "calendar-x", "Cancel", appointment + "/cancel", false));
  }

  private static void inTheHouse(List<Act> acts, String visit, String version, Stage stage) {
    if (stage.compareTo(Stage.LEAVING) < 0) {
      acts.add(
          new Act(
              "r",
              "door-closed",
              stage.compareTo(Stage.ROOMED) < 0 ? "Show to a room" : "Another room",
              visit + "/room",
              false));
    }
    if (stage.compareTo(Stage.WITH_CLINICIAN) < 0) {
      acts.add(
          new Act(
              "h", "stethoscope", "Hand to the clinician", visit + "/clinician" + version, true));
    }
    if (stage.compareTo(Stage.LEAVING) < 0) {
      acts.add(new Act("d", "log-out", "Done in the room", visit + "/leaving", false));
    }
    acts.add(new Act("o", "check-check", "Check out", visit + "/check-out", false));
    acts.add(new Act("u", "history", "Take back", visit + "/back" + version, true));
    if (stage.compareTo(Stage.WITH_CLINICIAN) < 0) {
      acts.add(new Act("s", "user-x", "Left without being seen", visit + "/left" + version, true));
    }
  }

  /** Where a letter opens a drawer; null when it does not. */
  public @Nullable String opens(String letter) {
    return path(letter, false);
  }

  /** Where a letter posts; null when it does not. */
  public @Nullable String posts(String letter) {
    return path(letter, true);
  }

  private @Nullable String path(String letter, boolean post) {
    return all.stream()
        .filter(act -> act.letter().equals(letter) && act.post() == post)
        .map(Act::path)
        .findFirst()
        .orElse(null);
  }
}
