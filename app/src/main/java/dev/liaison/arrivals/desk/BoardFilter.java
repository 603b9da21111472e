package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.facility.ResourceId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the board is shown. Its {@link #key} names the page's live part, so that a change is
 * drawn as this filter shows it.
 */
record BoardFilter(@Nullable Question only, @Nullable ResourceId practitioner) {
  static final BoardFilter ALL = new BoardFilter(null, null);

  /** A question that the counts at the top ask. */
  enum Question {
    TO_CHECK_IN("to-check-in", "to check in", "circle-dot", "bad"),
    LATE("late", "late", "alarm-clock", "warn"),
    WAITING_LONG(
        "waiting-long", "over " + Patience.SOON_AFTER.toMinutes() + " min", "clock", "warn"),
    TO_CHECK_OUT("to-check-out", "to check out", "log-out", "warn");

    private final String code;
    private final String words;
    private final String icon;
    private final String tone;

    Question(String code, String words, String icon, String tone) {
      this.code = code;
      this.words = words;
      this.icon = icon;
      this.tone = tone;
    }

    String code() {
      return code;
    }

    String words() {
      return words;
    }

    String icon() {
      return icon;
    }

    String tone() {
      return tone;
    }

    boolean asksFor(BoardLine line) {
      return switch (this) {
        case TO_CHECK_IN -> line.group() == Group.TO_CHECK_IN;
        case LATE -> line.group() == Group.LATE;
        case WAITING_LONG -> line.waitsTooLong();
        case TO_CHECK_OUT -> line.group() == Group.TO_CHECK_OUT;
      };
    }

    static @Nullable Question of(@Nullable String code) {
      return Arrays.stream(values()).filter(q -> q.code.equals(code)).findFirst().orElse(null);
    }
  }

  /** From an address; what it does not know is not asked. */
  static BoardFilter of(@Nullable String only, @Nullable UUID practitioner) {
    return new BoardFilter(
        Question.of(only), practitioner == null ? null : new ResourceId(practitioner));
  }

  /** From the key of a live part, which comes from a browser. */
  static BoardFilter of(String key) {
    var parts = key.split("~", -1);
    if (parts.length != 2) {
      return ALL;
    }
    try {
      return of(parts[0], parts[1].isEmpty() ? null : UUID.fromString(parts[1]));
    } catch (IllegalArgumentException e) {
      return ALL;
    }
  }

  String key() {
    return (only == null ? "" : only.code())
        + "~"
        + (practitioner == null ? "" : practitioner.value());
  }

  boolean isOfPractitioner(BoardRow row) {
    return practitioner == null || practitioner.equals(row.practitionerId());
  }

  boolean shows(BoardLine line) {
    return isOfPractitioner(line.row()) && (only == null || only.asksFor(line));
  }
}
