package dev.liaison.patients;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What every page that names a patient shows, so that two identifiers always stand together.
 *
 * @param birthDate null only when a source did not tell it
 * @param phone the first one, as shown; null when none is known
 * @param language BCP 47, null when not told
 */
public record PatientSummary(
    PatientId id,
    Mrn mrn,
    PersonName name,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable String phone,
    @Nullable String language,
    boolean deceased) {

  /** {@code Apr 2, 1961}; says so when it is not known. */
  public String born() {
    return birthDate == null ? "birth date not known" : BirthDate.shown(birthDate);
  }

  /** {@code 65 y}, in months and days for the very young; empty when not known. */
  public String age(LocalDate today) {
    return birthDate == null ? "" : BirthDate.age(birthDate, today);
  }

  /** {@code Apr 2, 1961 (65 y)}. */
  public String bornAndAge(LocalDate today) {
    var age = age(today);
    return born() + (age.isEmpty() ? "" : " (" + age + ")");
  }

  /** {@code 65 F}, as rows of lists show it. */
  public String ageAndSex(LocalDate today) {
    if (birthDate == null) {
      return sex.letter();
    }
    var age = Period.between(birthDate, today);
    var years =
        age.getYears() >= 2 ? String.valueOf(age.getYears()) : BirthDate.age(birthDate, today);
    return years + " " + sex.letter();
  }

  /** {@code English}; null when not told. */
  public @Nullable String languageName() {
    return language == null ? null : Languages.name(language);
  }
}
