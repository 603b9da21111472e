package dev.liaison.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient as another system knows it.
 *
 * @param source that system; with {@code sourceId} it names the patient for ever
 * @param digest of the record as read, to tell unchanged from newer
 * @param lastUpdated when its source wrote this version (FHIR meta.lastUpdated), to tell older from
 *     newer; null where the source does not tell
 */
public record SourcePatient(
    String source,
    String sourceId,
    byte[] digest,
    PersonName name,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable String language,
    List<Telecom> telecoms,
    Address address,
    boolean deceased,
    @Nullable Instant deceasedAt,
    @Nullable Instant lastUpdated) {
  public SourcePatient {
    digest = digest.clone();
    telecoms = List.copyOf(telecoms);
  }

  /** Of a source that does not tell when it wrote the version. */
  public SourcePatient(
      String source,
      String sourceId,
      byte[] digest,
      PersonName name,
      @Nullable LocalDate birthDate,
      Sex sex,
      @Nullable String language,
      List<Telecom> telecoms,
      Address address,
      boolean deceased,
      @Nullable Instant deceasedAt) {
    this(
        source,
        sourceId,
        digest,
        name,
        birthDate,
        sex,
        language,
        telecoms,
        address,
        deceased,
        deceasedAt,
        null);
  }

  /** Never the person. */
  @Override
  public String toString() {
    return "SourcePatient[" + source + "]";
  }
}
