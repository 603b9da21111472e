package dev.liaison.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns of {@link PatientSummary}, as statements of this module select them. */
record SummaryRow(
    PatientId id,
    Mrn mrn,
    String family,
    String given,
    @Nullable String suffix,
    @Nullable String preferredName,
    @Nullable String nativeName,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable String language,
    boolean deceased,
    @Nullable String phone) {

  PatientSummary summary() {
    return new PatientSummary(
        id,
        mrn,
        new PersonName(family, given, suffix, preferredName, nativeName),
        birthDate,
        sex,
        phone,
        language,
        deceased);
  }
}
