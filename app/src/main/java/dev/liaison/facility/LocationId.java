package dev.liaison.facility;

import java.util.UUID;

/** A place where patients are seen. */
public record LocationId(UUID value) {
  public static LocationId of(String text) {
    return new LocationId(UUID.fromString(text));
  }
}
