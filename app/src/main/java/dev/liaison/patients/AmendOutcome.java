package dev.liaison.patients;

import java.time.Instant;
import java.util.List;

/** What became of a change to a patient's data. */
public sealed interface AmendOutcome {
  /** Saved; also when nothing was different. */
  record Amended(int version) implements AmendOutcome {}

  /** Nothing was saved; each problem names its field. */
  record Invalid(List<FieldProblem> problems) implements AmendOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Somebody else changed the patient after the form was shown. Nothing was saved.
   *
   * @param by who, by the name that the desk knows
   */
  record Stale(PatientDetails now, String by, Instant at) implements AmendOutcome {}

  /** No such patient here. */
  record NotFound() implements AmendOutcome {}
}
