package dev.liaison.patients;

import java.util.List;

/** What became of a registration. */
public sealed interface RegistrationOutcome {
  /** A new patient. */
  record Registered(PatientId patient, Mrn mrn) implements RegistrationOutcome {}

  /**
   * The same form came before with the same name and birth date, and this is whom it registered: a
   * double click, a second tab.
   */
  record AlreadyThere(PatientId patient) implements RegistrationOutcome {}

  /** Nothing was saved; each problem names its field. */
  record Invalid(List<FieldProblem> problems) implements RegistrationOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
