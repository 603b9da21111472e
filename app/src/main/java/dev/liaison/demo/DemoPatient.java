package dev.liaison.demo;

import dev.liaison.patients.PatientId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the plan of a day needs to know of a patient.
 *
 * @param key the id in the demo's file, the same in every demo
 * @param vivid whether the name is one that a desk should be seen to cope with; these come often
 */
record DemoPatient(
    PatientId id, String key, LocalDate born, boolean female, boolean deceased, boolean vivid) {
  long age(LocalDate on) {
    return ChronoUnit.YEARS.between(born, on);
  }
}
