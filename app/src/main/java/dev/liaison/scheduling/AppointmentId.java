package dev.liaison.scheduling;

import java.util.UUID;

/** A promise of time to a patient. */
public record AppointmentId(UUID value) {
  public static AppointmentId of(String text) {
    return new AppointmentId(UUID.fromString(text));
  }
}
