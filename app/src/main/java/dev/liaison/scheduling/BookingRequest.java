package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a desk asks for.
 *
 * @param request of the form: the same one twice is one appointment
 * @param practitioner whom the patient wants to see; null: whoever is free
 * @param start what the patient is told
 * @param past null unless a time in the past is asked for on purpose
 */
public record BookingRequest(
    UUID request,
    PatientId patient,
    AppointmentTypeId type,
    LocationId location,
    @Nullable ResourceId practitioner,
    Instant start,
    Why why,
    @Nullable Past past) {

  /** The reasons for which a time in the past may be booked. */
  public enum Past {
    /** Of today only. */
    WALK_IN,
    ENTERED_AFTER_DOWNTIME,
    /** Kept by another system until now. */
    TAKEN_OVER;

    /** As stored: {@code entered-after-downtime}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Why the appointment is made.
   *
   * @param askedBy patient, proxy, clinician, facility
   * @param askedThrough phone, desk, online, referral, walk-in, check-out
   */
  public record Why(
      @Nullable String reason,
      @Nullable String note,
      String askedBy,
      String askedThrough,
      @Nullable String referredBy) {
    public static Why through(String askedThrough) {
      return new Why(null, null, "patient", askedThrough, null);
    }
  }
}
