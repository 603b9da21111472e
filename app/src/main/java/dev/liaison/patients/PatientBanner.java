package dev.liaison.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code patients/banner.jte} shows on every page about one patient, always in the same order,
 * so that two identifiers are always seen together.
 */
public record PatientBanner(
    PatientSummary patient, @Nullable Instant deceasedAt, LocalDate today, ZoneId zone) {
  private static final Set<String> FAMILY_FIRST = Set.of("vi", "zh", "ja", "ko", "hu");

  public static PatientBanner of(PatientSummary patient, LocalDate today, ZoneId zone) {
    return new PatientBanner(patient, null, today, zone);
  }

  /** As the person's language orders it: {@code Luz García}, {@code Nguyễn Thị Minh Anh}. */
  public String name() {
    var name = patient.name();
    var whole = isFamilyFirst() ? name.family() + " " + name.given() : name.spoken();
    return (whole.strip() + (name.suffix() == null ? "" : " " + name.suffix()));
  }

  private boolean isFamilyFirst() {
    var language = patient.language();
    return language != null && FAMILY_FIRST.contains(Locale.forLanguageTag(language).getLanguage());
  }

  public @Nullable String goesBy() {
    return patient.name().preferred();
  }

  public @Nullable String ownScript() {
    return patient.name().inOwnScript();
  }

  /** Of the given and the family name. */
  public String initials() {
    return initial(patient.name().given()) + initial(patient.name().family());
  }

  private static String initial(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .mapToObj(c -> Character.toString(Character.toTitleCase(c)))
        .findFirst()
        .orElse("");
  }

  public String born() {
    return patient.born();
  }

  /** {@code (65 y)}; empty when not known, and for one who has died. */
  public String age() {
    var age = patient.age(today);
    return age.isEmpty() || patient.deceased() ? "" : "(" + age + ")";
  }

  public String mrn() {
    return patient.mrn().shown();
  }

  public String sex() {
    return patient.sex().word();
  }

  public String phone() {
    return patient.phone() == null ? "not known" : patient.phone();
  }

  public @Nullable String language() {
    return patient.languageName();
  }

  /** {@code Died Mar 3, 2024}; empty for the living. */
  public String died() {
    if (!patient.deceased()) {
      return "";
    }
    return deceasedAt == null
        ? "Deceased"
        : "Died " + BirthDate.shown(LocalDate.ofInstant(deceasedAt, zone));
  }
}
