package dev.liaison.patients;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Says of one field by itself what is wrong or was understood, while one types. */
final class FieldCheck {
  private FieldCheck() {}

  /** Empty when it is well, or not filled. */
  static Optional<String> problem(RegistrationField field, String text, LocalDate today) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    var alone = new Registration(new UUID(0, 0), Map.of(field, text), today);
    return RegistrationReader.readNew(alone).problems().stream()
        .filter(problem -> problem.field() == field)
        .map(FieldProblem::message)
        .findFirst();
  }

  /** {@code Apr 2, 1961, 65 years}, {@code (402) 555-0137}, {@code Spanish}. */
  static Optional<String> understood(RegistrationField field, String text, LocalDate today) {
    return switch (field) {
      case BIRTH_DATE ->
          BirthDate.read(text, today) instanceof BirthDate.Reading.Understood(var date)
              ? Optional.of(BirthDate.shown(date) + ", " + BirthDate.ageInWords(date, today))
              : Optional.empty();
      case PHONE ->
          Telephone.read(text) instanceof Telephone.Reading.Understood(var telephone)
              ? Optional.of(telephone.shown())
              : Optional.empty();
      case LANGUAGE -> Languages.code(text).map(Languages::name);
      case FAMILY,
          GIVEN,
          PREFERRED,
          SUFFIX,
          SEX,
          IN_OWN_SCRIPT,
          EMAIL,
          POSTAL_CODE,
          LINE,
          UNIT,
          CITY,
          STATE ->
          Optional.empty();
    };
  }
}
