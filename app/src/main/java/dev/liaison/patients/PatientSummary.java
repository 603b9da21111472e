package dev.liaison.patients;

import java.time.LocalDate;
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
    String mrn,
    PersonName name,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable String phone,
    @Nullable String language,
    boolean deceased) {}
