package dev.liaison.interop;

import dev.liaison.patients.Address;
import dev.liaison.patients.PersonName;
import dev.liaison.patients.Sex;
import dev.liaison.patients.SourcePatient;
import dev.liaison.patients.Telecom;
import dev.liaison.patients.Telephone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the desk keeps of a FHIR R4 Patient. */
final class PatientReader {
  private static final int LONGEST_NAME = 400;

  private final FhirResources resources;
  private final Instant now;

  PatientReader(FhirResources resources, Instant now) {
    this.resources = resources;
    this.now = now;
  }

  SourcePatient read(String source, JsonNode json) {
    var id = FhirResources.id(json);
    var birthDate = birthDate(json.path("birthDate"));
    var patient = resources.read(Patient.class, json);
    return new SourcePatient(
        source,
        id,
        FhirResources.digest(json),
        name(patient),
        birthDate,
        sex(patient),
        language(patient),
        telecoms(patient),
        address(patient),
        patient.hasDeceasedDateTimeType()
            || patient.hasDeceasedBooleanType() && patient.getDeceasedBooleanType().booleanValue(),
        diedAt(patient),
        Times.micros(patient.getMeta().getLastUpdatedElement()));
  }

  // Read from the text itself: a date library would make March 1 of an impossible February 29.
  private static @Nullable LocalDate birthDate(JsonNode json) {
    if (!json.isString()) {
      return null;
    }
    var text = json.stringValue();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Unreadable(
          ParkReason.INCOMPLETE,
          text.matches("\\d{4}(-\\d{2})?")
              ? "birthDate has no day; the desk needs one to tell people apart."
              : "birthDate is not a day of the calendar.");
    }
  }

  private PersonName name(Patient patient) {
    var current = patient.getName().stream().filter(name -> !isOver(name.getPeriod())).toList();
    var main = PatientNames.main(current);
    if (main == null) {
      throw new Unreadable(ParkReason.INCOMPLETE, "The patient has no name.");
    }
    var family = Text.plain(main.getFamily());
    var given = Text.plain(joined(main.getGiven(), " "));
    if (family.isEmpty() && given.isEmpty()) {
      family = Text.plain(main.getText());
    }
    if (family.isEmpty() && given.isEmpty()) {
      throw new Unreadable(ParkReason.INCOMPLETE, "The patient has no name.");
    }
    if (family.length() > LONGEST_NAME || given.length() > LONGEST_NAME) {
      throw new Unreadable(ParkReason.TOO_LARGE, "A name is longer than 400 characters.");
    }
    return new PersonName(
        family,
        given,
        Text.orNull(joined(main.getSuffix(), " ")),
        PatientNames.nickname(current),
        PatientNames.inOwnScript(current, main));
  }

  private static Sex sex(Patient patient) {
    if (!patient.hasGender()) {
      return Sex.UNKNOWN;
    }
    return switch (patient.getGender()) {
      case MALE -> Sex.MALE;
      case FEMALE -> Sex.FEMALE;
      case OTHER -> Sex.OTHER;
      case UNKNOWN, NULL -> Sex.UNKNOWN;
    };
  }

  private static @Nullable String language(Patient patient) {
    return patient.getCommunication().stream()
        .sorted(Comparator.comparing((PatientCommunicationComponent c) -> !c.getPreferred()))
        .flatMap(communication -> communication.getLanguage().getCoding().stream())
        .map(coding -> Text.orNull(coding.getCode()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<Telecom> telecoms(Patient patient) {
    return patient.getTelecom().stream()
        .filter(way -> way.hasValue() && !isOver(way.getPeriod()))
        .filter(way -> way.getUse() != ContactPoint.ContactPointUse.OLD)
        .sorted(Comparator.comparingInt(way -> way.hasRank() ? way.getRank() : Integer.MAX_VALUE))
        .map(PatientReader::telecom)
        .limit(20)
        .toList();
  }

  private static Telecom telecom(ContactPoint way) {
    var value = Text.plain(way.getValue());
    var use = way.hasUse() ? way.getUse().toCode() : null;
    var system = way.hasSystem() ? way.getSystem() : ContactPointSystem.OTHER;
    return switch (system) {
      case PHONE, SMS ->
          Telephone.read(value) instanceof Telephone.Reading.Understood(var telephone)
              ? Telecom.phone(telephone, use)
              : new Telecom(Telecom.System.PHONE, use, value, null);
      case EMAIL -> new Telecom(Telecom.System.EMAIL, use, value, null);
      case FAX -> new Telecom(Telecom.System.FAX, use, value, null);
      case PAGER, URL, OTHER, NULL -> new Telecom(Telecom.System.OTHER, use, value, null);
    };
  }

  private Address address(Patient patient) {
    return patient.getAddress().stream()
        .filter(address -> !isOver(address.getPeriod()))
        .sorted(
            Comparator.comparing(
                address -> !"home".equals(address.hasUse() ? address.getUse().toCode() : "")))
        .findFirst()
        .map(address ->
            new Address(
                Text.orNull(joined(address.getLine(), ", ")),
                null,
                Text.orNull(address.getCity()),
                Text.orNull(address.getState()),
                Text.orNull(address.getPostalCode()),
                Text.orNull(address.getCountry())))
        .orElse(Address.UNKNOWN);
  }

  private static @Nullable Instant diedAt(Patient patient) {
    return patient.getDeceased() instanceof DateTimeType died ? Times.instant(died) : null;
  }

  private boolean isOver(@Nullable Period period) {
    return Optional.ofNullable(period)
        .map(Period::getEnd)
        .map(end -> end.toInstant().isBefore(now))
        .orElse(false);
  }

  private static String joined(List<StringType> parts, String between) {
    return parts.stream()
        .flatMap(part -> Stream.ofNullable(part.getValue()))
        .collect(Collectors.joining(between));
  }
}
