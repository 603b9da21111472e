package dev.liaison.demo;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Past;
import dev.liaison.scheduling.BookingRequest.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A visit that the plan of a day foresees. */
record Planned(
    PatientId patient,
    AppointmentType type,
    LocationId location,
    ResourceId practitioner,
    Instant start,
    Why why) {

  /** The request: the same plan asks twice for one appointment, so a seed can be cut off. */
  BookingRequest request(Instant now) {
    var name = practitioner.value() + "/" + start;
    return new BookingRequest(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        patient,
        type.id(),
        location,
        practitioner,
        start,
        why,
        start.isBefore(now) ? Past.TAKEN_OVER : null);
  }
}
