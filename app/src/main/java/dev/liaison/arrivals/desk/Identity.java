package dev.liaison.arrivals.desk;

import dev.liaison.patients.PatientSummary;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Birth date and record number of whom a drawer is about: beside the name they keep one patient
 * from being taken for another.
 *
 * @param born {@code Apr 2, 1961 (65 y)}
 * @param mrn as it is shown
 */
public record Identity(UUID patient, String born, String mrn) {
  static Identity of(PatientSummary patient, LocalDate today) {
    return new Identity(patient.id().value(), patient.bornAndAge(today), patient.mrn().shown());
  }

  /** The patient's page. */
  public String path() {
    return "/patients/" + patient;
  }

  /** Not the birth date: a record prints its components. */
  @Override
  public String toString() {
    return "Identity[patient=" + patient + "]";
  }
}
