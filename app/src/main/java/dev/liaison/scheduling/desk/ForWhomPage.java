package dev.liaison.scheduling.desk;

import dev.liaison.patients.PatientSummary;
import java.util.List;

/** Asks for whom an opening is sought. */
public record ForWhomPage(Spot spot, String words, List<Option> options) {
  /** A patient who may be meant. */
  public record Option(PatientSummary patient, Spot spot) {
    public String href() {
      return "/patients/" + patient.id().value() + "/openings" + spot.query();
    }

    public String name() {
      return patient.name().listed();
    }

    public String born() {
      return patient.born();
    }

    public String mrn() {
      return patient.mrn().shown();
    }
  }

  public ForWhomPage {
    options = List.copyOf(options);
  }

  public boolean searched() {
    return !words.isBlank();
  }
}
