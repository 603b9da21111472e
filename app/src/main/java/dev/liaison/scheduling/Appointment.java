package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.UserId;
import dev.liaison.platform.time.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A promise to a patient as it stands.
 *
 * @param practitioner whom the patient comes to see; null when only a device is needed
 * @param during what the patient was told
 * @param told the wall time that the patient was told, in {@code zone}
 * @param exception why it was booked in the past, where it was
 * @param version grows with each change; who changes it names the one that was seen
 */
public record Appointment(
    AppointmentId id,
    PatientId patient,
    AppointmentTypeId type,
    LocationId location,
    @Nullable ResourceId practitioner,
    Interval during,
    LocalDateTime told,
    ZoneId zone,
    AppointmentStatus status,
    BookingRequest.Why why,
    @Nullable String exception,
    @Nullable Confirmation confirmation,
    @Nullable String cancelReason,
    int version,
    LastChange lastChange) {

  /**
   * That the patient will come: a fact beside the status.
   *
   * @param by who said so: patient, proxy
   * @param through phone, desk, online
   */
  public record Confirmation(Instant at, String by, String through) {}

  /**
   * Who changed it last, and when.
   *
   * @param name as the desk calls the person; null for the product itself
   */
  public record LastChange(UserId by, @Nullable String name, Instant at) {}
}
