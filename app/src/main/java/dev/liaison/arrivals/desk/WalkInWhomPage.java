package dev.liaison.arrivals.desk;

import dev.liaison.patients.PatientSummary;
import java.util.List;

/** Asks who has come. */
public record WalkInWhomPage(String words, List<PatientSummary> found) {
  public WalkInWhomPage {
    found = List.copyOf(found);
  }

  public boolean searched() {
    return !words.isBlank();
  }

  public String path(PatientSummary patient) {
    return "/patients/" + patient.id().value() + "/walk-in";
  }
}
