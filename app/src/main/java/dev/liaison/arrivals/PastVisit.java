package dev.liaison.arrivals;

import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit that another system tells of, over and done.
 *
 * @param sourceId its identity there
 * @param digest of what was read, to tell unchanged from newer
 * @param location null where the source does not tell it, as the practitioner
 * @param encounterClass FHIR Encounter.class, a v3 ActCode: {@code AMB}
 * @param type what it was for, in words
 * @param end not before the start
 */
public record PastVisit(
    String sourceId,
    byte[] digest,
    PatientId patient,
    @Nullable LocationId location,
    @Nullable ResourceId practitioner,
    String encounterClass,
    @Nullable String type,
    Instant start,
    Instant end) {

  public PastVisit {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("A visit ends after it starts: " + start + ", " + end);
    }
  }
}
