package dev.liaison.facility;

import java.util.UUID;

/** A practitioner, room or device. */
public record ResourceId(UUID value) {
  public static ResourceId of(String text) {
    return new ResourceId(UUID.fromString(text));
  }
}
