package dev.liaison.arrivals;

import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.scheduling.AppointmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient's presence, from the front door to check-out (FHIR Encounter).
 *
 * @param number what people call it by, counted in each organization
 * @param appointment null for a visit of another system
 * @param location null where a source did not tell it
 * @param type what it was for, in words
 * @param stageSince since when the patient waits or is seen at this stage
 * @param identifiedAt when two identifiers were last confirmed; null: never
 * @param followUp what the clinician asks for, in the words of the opening search: {@code +4w
 *     okafor}
 * @param followUpAppointment what was booked at check-out
 * @param version the number of the last change; a change names the one it has seen
 */
public record Visit(
    VisitId id,
    long number,
    @Nullable AppointmentId appointment,
    PatientId patient,
    @Nullable LocationId location,
    @Nullable ResourceId practitioner,
    Stage stage,
    Instant stageSince,
    @Nullable ResourceId room,
    @Nullable String type,
    Instant arrivedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant identifiedAt,
    @Nullable String followUp,
    @Nullable AppointmentId followUpAppointment,
    int version) {}
