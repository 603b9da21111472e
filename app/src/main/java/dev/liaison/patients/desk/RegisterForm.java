package dev.liaison.patients.desk;

import dev.liaison.patients.FieldProblem;
import dev.liaison.patients.Patients;
import dev.liaison.patients.Registration;
import dev.liaison.patients.RegistrationField;
import dev.liaison.web.Field;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a registration as a form shows them and sends them back. */
public record RegisterForm(
    Map<RegistrationField, String> typed, List<FieldProblem> problems, LocalDate today) {
  private static final List<RegistrationField> OPTIONAL =
      List.of(
          RegistrationField.PREFERRED,
          RegistrationField.SUFFIX,
          RegistrationField.LANGUAGE,
          RegistrationField.IN_OWN_SCRIPT,
          RegistrationField.EMAIL,
          RegistrationField.POSTAL_CODE,
          RegistrationField.LINE,
          RegistrationField.UNIT,
          RegistrationField.CITY,
          RegistrationField.STATE);

  public RegisterForm {
    typed = Map.copyOf(typed);
    problems = List.copyOf(problems);
  }

  /** The name of a field in the form: {@code birth-date}. */
  static String name(RegistrationField field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RegisterForm of(MultiValueMap<String, String> sent, LocalDate today) {
    var typed = new EnumMap<RegistrationField, String>(RegistrationField.class);
    for (var field : RegistrationField.values()) {
      var text = sent.getFirst(name(field));
      if (text != null) {
        typed.put(field, text);
      }
    }
    return new RegisterForm(typed, List.of(), today);
  }

  RegisterForm with(List<FieldProblem> problems) {
    return new RegisterForm(typed, problems, today);
  }

  Registration registration(UUID request) {
    return new Registration(request, typed, today);
  }

  /** One field with what was typed, what is wrong with it, and what was understood. */
  public Field field(RegistrationField field) {
    var text = typed.getOrDefault(field, "");
    var problem =
        problems.stream()
            .filter(each -> each.field() == field)
            .map(FieldProblem::message)
            .findFirst()
            .orElse(null);
    var shown =
        Field.text(name(field), field.label(), text)
            .withError(problem)
            .understoodAs(problem == null ? understood(field, text) : null);
    shown = field == RegistrationField.PHONE ? shown.ofType("tel") : shown;
    shown = field == focus() ? shown.focused() : shown;
    return OPTIONAL.contains(field) ? shown.mayBeEmpty() : shown;
  }

  public List<Field> fields() {
    return List.of(RegistrationField.values()).stream().map(this::field).toList();
  }

  public String text(RegistrationField field) {
    return typed.getOrDefault(field, "");
  }

  private @Nullable String understood(RegistrationField field, String text) {
    return text.isBlank()
        ? null
        : Patients.understood(field, text, today)
            .filter(understood -> !understood.equals(text))
            .orElse(null);
  }

  /** Where the work starts: the first of the needed fields that is empty. */
  private @Nullable RegistrationField focus() {
    if (!problems.isEmpty()) {
      return null;
    }
    return List.of(RegistrationField.values()).stream()
        .filter(field -> !OPTIONAL.contains(field) && text(field).isBlank())
        .findFirst()
        .orElse(RegistrationField.FAMILY);
  }
}
