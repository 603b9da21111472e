package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.Mrn;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.PersonName;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.Opening.Claim;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the schedule of its day shows it, with two identifiers of the patient.
 *
 * @param practitioner null when only a device is needed
 * @param phone the patient's first one; null when none is known
 * @param claims who and what it claims, each with its own busy time
 */
public record DayEntry(
    AppointmentId id,
    PatientId patient,
    PersonName name,
    Mrn mrn,
    @Nullable LocalDate birthDate,
    @Nullable String phone,
    AppointmentTypeId type,
    @Nullable ResourceId practitioner,
    Interval during,
    AppointmentStatus status,
    boolean confirmed,
    @Nullable String note,
    int version,
    List<Claim> claims) {
  public DayEntry {
    claims = List.copyOf(claims);
  }
}
