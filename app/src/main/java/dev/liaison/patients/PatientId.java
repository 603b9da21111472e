package dev.liaison.patients;

import java.util.UUID;

/** A person the facility looks after. */
public record PatientId(UUID value) {
  public static PatientId of(String text) {
    return new PatientId(UUID.fromString(text));
  }
}
