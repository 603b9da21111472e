package dev.liaison.patients;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desk keeps of a patient.
 *
 * @param deceasedAt null also when only the fact is known
 * @param version counts changes; a form sends back the one it showed
 * @param source the system it was imported from; null when registered here
 */
public record PatientDetails(
    PatientSummary summary,
    List<Telecom> telecoms,
    Address address,
    @Nullable Instant deceasedAt,
    int version,
    Instant registeredAt,
    @Nullable String source) {
  public PatientDetails {
    telecoms = List.copyOf(telecoms);
  }

  public PatientId id() {
    return summary.id();
  }

  /** The first e-mail address. */
  public Optional<String> email() {
    return first(Telecom.System.EMAIL).map(Telecom::value);
  }

  /** The first of that kind, which a form shows. */
  Optional<Telecom> first(Telecom.System system) {
    return telecoms.stream().filter(telecom -> telecom.system() == system).findFirst();
  }

  /** What a form shows in this field; of a person with one name only, a hyphen for the other. */
  public String text(RegistrationField field) {
    var name = summary.name();
    var text =
        switch (field) {
          case FAMILY -> name.family();
          case GIVEN -> name.given().isEmpty() ? "-" : name.given();
          case PREFERRED -> name.preferred();
          case SUFFIX -> name.suffix();
          case BIRTH_DATE ->
              summary.birthDate() == null ? null : BirthDate.shown(summary.birthDate());
          case SEX -> summary.sex().code();
          case LANGUAGE -> summary.languageName();
          case IN_OWN_SCRIPT -> name.inOwnScript();
          case PHONE -> summary.phone();
          case EMAIL -> email().orElse(null);
          case POSTAL_CODE -> address.postalCode();
          case LINE -> address.line();
          case UNIT -> address.unit();
          case CITY -> address.city();
          case STATE -> address.state();
        };
    return text == null ? "" : text;
  }
}
