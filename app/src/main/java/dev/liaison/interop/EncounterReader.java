package dev.liaison.interop;

import dev.liaison.arrivals.PastVisit;
import dev.liaison.patients.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the desk keeps of a FHIR R4 Encounter that is over. */
final class EncounterReader {
  private static final int LONGEST_TYPE = 500;

  private final FhirResources resources;

  EncounterReader(FhirResources resources) {
    this.resources = resources;
  }

  /**
   * An encounter before its patient is known.
   *
   * @param subject the reference as written
   */
  record Read(
      String id,
      byte[] digest,
      String subject,
      String encounterClass,
      @Nullable String type,
      Instant start,
      Instant end) {

    PastVisit visit(PatientId patient) {
      return new PastVisit(id, digest, patient, null, null, encounterClass, type, start, end);
    }
  }

  /** Empty for one that is not over: planned, cancelled, or still going on. */
  Optional<Read> read(JsonNode json) {
    var id = FhirResources.id(json);
    var encounter = resources.read(Encounter.class, json);
    if (encounter.getStatus() != EncounterStatus.FINISHED) {
      return Optional.empty();
    }
    var subject = encounter.getSubject().getReference();
    if (subject == null || subject.isBlank()) {
      throw new Unreadable(ParkReason.INCOMPLETE, "The encounter names no patient.");
    }
    var start = Times.instant(encounter.getPeriod().getStartElement());
    if (start == null) {
      throw new Unreadable(ParkReason.INCOMPLETE, "The encounter does not say when it began.");
    }
    var end = Times.instant(encounter.getPeriod().getEndElement());
    if (end != null && end.isBefore(start)) {
      throw new Unreadable(ParkReason.INCOMPLETE, "The encounter ends before it begins.");
    }
    var encounterClass = Text.orNull(encounter.getClass_().getCode());
    return Optional.of(
        new Read(
            id,
            FhirResources.digest(json),
            subject,
            encounterClass == null ? "AMB" : encounterClass,
            encounter.getType().stream().findFirst().map(EncounterReader::words).orElse(null),
            start,
            end == null ? start : end));
  }

  /** {@code General examination of patient}: what SNOMED CT puts in brackets says only its kind. */
  private static @Nullable String words(CodeableConcept type) {
    var text = type.hasText() ? type.getText() : type.getCodingFirstRep().getDisplay();
    var plain =
        Text.plain(text).replaceAll(" \\((procedure|environment|finding|regime/therapy)\\)$", "");
    return Text.orNull(plain.length() > LONGEST_TYPE ? plain.substring(0, LONGEST_TYPE) : plain);
  }
}
