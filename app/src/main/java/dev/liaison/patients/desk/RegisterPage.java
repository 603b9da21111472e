package dev.liaison.patients.desk;

import dev.liaison.patients.Languages;
import java.util.List;
import java.util.UUID;

/**
 * The registration.
 *
 * @param request of this form: sent twice, it registers one person
 * @param others that this person has begun and not saved
 */
public record RegisterPage(UUID request, RegisterForm form, List<OpenRegistrations.Open> others) {
  public RegisterPage {
    others = List.copyOf(others);
  }

  public String draft() {
    return OpenRegistrations.form(request);
  }

  public List<String> languages() {
    return Languages.names();
  }
}
