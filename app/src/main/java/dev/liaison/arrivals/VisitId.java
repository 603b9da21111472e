package dev.liaison.arrivals;

import java.util.UUID;

/** A patient's presence. */
public record VisitId(UUID value) {
  public static VisitId of(String text) {
    return new VisitId(UUID.fromString(text));
  }
}
