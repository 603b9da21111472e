package dev.liaison.arrivals;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PersonName;
import dev.liaison.patients.Sex;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One patient of a day at a place: the promise, and how far the visit is.
 *
 * @param practitioner the family name; null when only a device is needed
 * @param visit null until the patient arrives, also after an arrival was taken back
 * @param version of the visit; 0 while there is none
 * @param reason why the patient comes, as it was booked
 * @param note to the desk, as it was booked
 */
public record BoardRow(
    AppointmentId appointment,
    LocationId location,
    int appointmentVersion,
    AppointmentStatus status,
    boolean confirmed,
    Instant startsAt,
    PatientId patient,
    PersonName name,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable String language,
    AppointmentTypeId typeId,
    String type,
    String typeCode,
    int minutes,
    @Nullable ResourceId practitionerId,
    @Nullable String practitioner,
    @Nullable VisitId visit,
    int version,
    Stage stage,
    @Nullable Instant stageSince,
    @Nullable Instant identifiedAt,
    @Nullable String followUp,
    @Nullable String room,
    @Nullable String reason,
    @Nullable String note) {

  /** Whether the patient is still to come. */
  public boolean isExpected() {
    return stage == Stage.ENTERED_IN_ERROR && status == AppointmentStatus.BOOKED;
  }
}
