package dev.liaison.patients;

/** What an import did with one patient. */
public record Upserted(PatientId patient, Change change) {
  /** New here, newer than what was here, or the same or older, which is left as it was. */
  public enum Change {
    CREATED,
    UPDATED,
    UNCHANGED
  }
}
