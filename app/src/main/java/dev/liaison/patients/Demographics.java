package dev.liaison.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the desk keeps of a person, read and checked. */
record Demographics(
    PersonName name,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable String language,
    @Nullable Telecom phone,
    @Nullable Telecom email,
    Address address) {}
