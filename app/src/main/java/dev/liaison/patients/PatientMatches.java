package dev.liaison.patients;

import java.util.List;

/**
 * The answer to a search.
 *
 * @param patients best first, as many as were asked for
 * @param more how many match besides; when {@code uncounted}, at least so many
 */
public record PatientMatches(List<PatientSummary> patients, int more, boolean uncounted) {
  public static final PatientMatches NONE = new PatientMatches(List.of(), 0, false);

  public PatientMatches {
    patients = List.copyOf(patients);
  }

  /** The same, of which so many are not shown. */
  public PatientMatches with(int more) {
    return new PatientMatches(patients, more, uncounted);
  }

  /** {@code and 12 more}; empty when these are all. */
  public String andMore() {
    return more == 0 ? "" : uncounted ? "and at least " + more + " more" : "and " + more + " more";
  }
}
