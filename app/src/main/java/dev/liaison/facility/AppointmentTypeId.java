package dev.liaison.facility;

import java.util.UUID;

/** A sort of visit. */
public record AppointmentTypeId(UUID value) {
  public static AppointmentTypeId of(String text) {
    return new AppointmentTypeId(UUID.fromString(text));
  }
}
