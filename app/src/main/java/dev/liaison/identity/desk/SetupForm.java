package dev.liaison.identity.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first start asks for. */
public record SetupForm(
    String code, String organization, String displayName, String name, String password) {
  private static final int LONGEST = 200;

  /** An absent field is an empty one. */
  static SetupForm of(
      @Nullable String code,
      @Nullable String organization,
      @Nullable String displayName,
      @Nullable String name,
      @Nullable String password) {
    return new SetupForm(
        given(code), given(organization), given(displayName), given(name), given(password));
  }

  /** The passwords never go back to the page. */
  @Override
  public String toString() {
    return "SetupForm";
  }

  Map<String, String> errors() {
    var errors = new LinkedHashMap<String, String>();
    if (code.isBlank()) {
      errors.put("code", "Enter the code that the console printed when Liaison started.");
    }
    length(errors, "organization", organization, "Enter the name of your facility.");
    length(errors, "displayName", displayName, "Enter your name as the desk should show it.");
    if (name.isBlank()) {
      errors.put("name", "Choose a user name.");
    }
    if (password.isEmpty()) {
      errors.put("password", "Choose a password.");
    }
    return errors;
  }

  private static void length(
      Map<String, String> errors, String field, String value, String missing) {
    if (value.isBlank()) {
      errors.put(field, missing);
    } else if (value.strip().length() > LONGEST) {
      errors.put(field, "This is longer than " + LONGEST + " characters. Shorten it.");
    }
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }
}
