package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.scheduling.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Where a row stands on the board, in the board's order. */
enum Group {
  LATE(Lane.EXPECTED, "late", "Late"),
  NEXT_HOUR(Lane.EXPECTED, "next", "Next hour"),
  LATER(Lane.EXPECTED, "later", "Later today"),
  TO_CHECK_IN(Lane.HERE, "to-check-in", "To check in"),
  WAITING(Lane.HERE, "waiting", "Waiting room"),
  ROOMED(Lane.ROOMS, "roomed", "Roomed"),
  WITH_CLINICIAN(Lane.ROOMS, "with-clinician", "With clinician"),
  TO_CHECK_OUT(Lane.LEAVING, "to-check-out", "To check out"),
  GONE(Lane.LEAVING, "gone", "Gone");

  private static final Duration SOON = Duration.ofHours(1);

  private final Lane lane;
  private final String key;
  private final String title;

  Group(Lane lane, String key, String title) {
    this.lane = lane;
    this.key = key;
    this.title = title;
  }

  /** The columns of the board. */
  enum Lane {
    EXPECTED("expected", "Expected"),
    HERE("here", "Here"),
    ROOMS("rooms", "In rooms"),
    LEAVING("leaving", "Leaving");

    private final String key;
    private final String title;

    Lane(String key, String title) {
      this.key = key;
      this.title = title;
    }

    String key() {
      return key;
    }

    String title() {
      return title;
    }

    List<Group> groups() {
      return Arrays.stream(Group.values()).filter(group -> group.lane == this).toList();
    }
  }

  static Group of(BoardRow row, Instant now) {
    return switch (row.stage()) {
      case ENTERED_IN_ERROR -> ofExpected(row, now);
      case ARRIVED -> TO_CHECK_IN;
      case CHECKED_IN -> WAITING;
      case ROOMED -> ROOMED;
      case WITH_CLINICIAN -> WITH_CLINICIAN;
      case LEAVING -> TO_CHECK_OUT;
      case FINISHED, LEFT_WITHOUT_BEING_SEEN -> GONE;
    };
  }

  private static Group ofExpected(BoardRow row, Instant now) {
    if (row.status() != AppointmentStatus.BOOKED) {
      return GONE;
    }
    if (Duration.between(row.startsAt(), now).toMinutes() >= 1) {
      return LATE;
    }
    return row.startsAt().isAfter(now.plus(SOON)) ? LATER : NEXT_HOUR;
  }

  Lane lane() {
    return lane;
  }

  /** The id of the element that holds the rows. */
  String id() {
    return "g-" + key;
  }

  String title() {
    return title;
  }
}
