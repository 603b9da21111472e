package dev.liaison.patients.desk;

import dev.liaison.patients.Languages;
import dev.liaison.patients.PatientBanner;
import dev.liaison.patients.PatientDetails;
import dev.liaison.patients.RegistrationField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of a patient's data.
 *
 * @param patient as on file now
 * @param stale what somebody else changed meanwhile; null when nobody did
 */
public record EditPage(
    PatientDetails patient, RegisterForm form, PatientBanner banner, @Nullable Stale stale) {

  /** Who was first, and what it was. */
  public record Stale(String by, String ago, List<Change> changes) {
    public Stale {
      changes = List.copyOf(changes);
    }
  }

  /** One field that somebody else changed. */
  public record Change(String field, String was, String now, boolean alsoTyped) {}

  public String path() {
    return "/patients/" + patient.id().value();
  }

  /** What the form was shown with, sent back to tell this person's changes from others'. */
  public List<Shown> shown() {
    return List.of(RegistrationField.values()).stream()
        .map(field -> new Shown("shown-" + RegisterForm.name(field), patient.text(field)))
        .toList();
  }

  /** A hidden field. */
  public record Shown(String name, String text) {}

  public List<String> languages() {
    return Languages.names();
  }
}
