package dev.liaison.patients.desk;

import dev.liaison.patients.AmendOutcome;
import dev.liaison.patients.PatientDetails;
import dev.liaison.patients.RegistrationField;
import dev.liaison.patients.desk.EditPage.Change;
import dev.liaison.platform.time.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** How a stale form is brought together with what is on file now. */
final class EditForms {
  private EditForms() {}

  /** The form as it is first shown. */
  static RegisterForm of(PatientDetails patient, LocalDate today) {
    var typed = new EnumMap<RegistrationField, String>(RegistrationField.class);
    for (var field : RegistrationField.values()) {
      typed.put(field, patient.text(field));
    }
    return new RegisterForm(typed, List.of(), today);
  }

  /** Keeps what this person typed, takes what others changed elsewhere. */
  static RegisterForm merged(
      RegisterForm sent, MultiValueMap<String, String> form, PatientDetails now) {
    var merged = new EnumMap<RegistrationField, String>(RegistrationField.class);
    for (var field : RegistrationField.values()) {
      merged.put(field, isTyped(sent, form, field) ? sent.text(field) : now.text(field));
    }
    return new RegisterForm(merged, List.of(), sent.today());
  }

  static EditPage.Stale stale(
      RegisterForm sent,
      MultiValueMap<String, String> form,
      AmendOutcome.Stale stale,
      Instant instant) {
    var changes = new ArrayList<Change>();
    for (var field : RegistrationField.values()) {
      var was = shown(form, field);
      var now = stale.now().text(field);
      if (!was.equals(now)) {
        changes.add(
            new Change(field.label(), orNothing(was), orNothing(now), isTyped(sent, form, field)));
      }
    }
    var by = stale.by().isEmpty() ? "An import" : stale.by();
    return new EditPage.Stale(by, Spoken.ago(Duration.between(stale.at(), instant)), changes);
  }

  private static boolean isTyped(
      RegisterForm sent, MultiValueMap<String, String> form, RegistrationField field) {
    return !sent.text(field).strip().equals(shown(form, field));
  }

  private static String shown(MultiValueMap<String, String> form, RegistrationField field) {
    var text = form.getFirst("shown-" + RegisterForm.name(field));
    return text == null ? "" : text;
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
