package dev.liaison.scheduling.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A free spot of the schedule, from which a booking may begin: no person in it. */
public record Spot(@Nullable Instant start, @Nullable UUID whom) {
  static Spot of(@Nullable Instant start, @Nullable UUID whom) {
    return new Spot(start, whom);
  }

  /** Behind an address, to keep the spot while a patient is looked for. */
  public String query() {
    if (start == null) {
      return "";
    }
    return "?start=" + start + (whom == null ? "" : "&whom=" + whom);
  }
}
