package dev.liaison.arrivals;

import java.util.Locale;

/**
 * Where a visit stands, in the order of the day. One may be skipped or taken back; {@link
 * #ENTERED_IN_ERROR} is an arrival that was taken back: the patient is expected again.
 */
public enum Stage {
  ENTERED_IN_ERROR,
  ARRIVED,
  CHECKED_IN,
  ROOMED,
  WITH_CLINICIAN,
  LEAVING,
  FINISHED,
  LEFT_WITHOUT_BEING_SEEN;

  /** As stored: {@code checked-in}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Stage of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether the patient is in the house. */
  public boolean isPresent() {
    return this != ENTERED_IN_ERROR && !isOver();
  }

  /** Whether the patient is where nobody else can be. */
  boolean isInRoom() {
    return this == ROOMED || this == WITH_CLINICIAN;
  }

  /** Whether the visit has come to its end, one way or the other. */
  public boolean isOver() {
    return this == FINISHED || this == LEFT_WITHOUT_BEING_SEEN;
  }

  /** Whether going to that stage is going on, perhaps skipping some. */
  boolean leadsTo(Stage next) {
    return switch (next) {
      case ENTERED_IN_ERROR -> false;
      case LEFT_WITHOUT_BEING_SEEN -> isPresent() && compareTo(WITH_CLINICIAN) < 0;
      default -> isPresent() && compareTo(next) < 0;
    };
  }

  /** Whether this stage is one that comes before, to which a visit can be taken back. */
  boolean comesBefore(Stage later) {
    return later == LEFT_WITHOUT_BEING_SEEN ? !isOver() : compareTo(later) < 0;
  }
}
