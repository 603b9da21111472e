package dev.liaison.patients;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * A person to be registered, as typed at the desk; {@link Patients#register} reads it.
 *
 * @param requestId of the form: the same twice registers one person
 * @param typed what was typed; an absent field is an empty one
 * @param today the date at the desk
 */
public record Registration(UUID requestId, Map<RegistrationField, String> typed, LocalDate today) {

  public Registration {
    typed = Map.copyOf(typed);
  }

  /** The four things that are needed, and nothing else. */
  public static Registration of(
      UUID requestId,
      String family,
      String given,
      String birthDate,
      Sex sex,
      String phone,
      LocalDate today) {
    var typed = new EnumMap<RegistrationField, String>(RegistrationField.class);
    typed.put(RegistrationField.FAMILY, family);
    typed.put(RegistrationField.GIVEN, given);
    typed.put(RegistrationField.BIRTH_DATE, birthDate);
    typed.put(RegistrationField.SEX, sex.code());
    typed.put(RegistrationField.PHONE, phone);
    return new Registration(requestId, typed, today);
  }

  /** The same with one more field. */
  public Registration with(RegistrationField field, String value) {
    var all = new EnumMap<>(typed);
    all.put(field, value);
    return new Registration(requestId, all, today);
  }

  public String text(RegistrationField field) {
    return typed.getOrDefault(field, "");
  }

  /** Never what was typed. */
  @Override
  public String toString() {
    return "Registration[" + requestId + "]";
  }
}
