package dev.liaison.arrivals.desk;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Past;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.scheduling.Opening;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An opening as a form posts it back: identifiers and an instant, not the text of a time. */
record ChosenOpening(
    AppointmentTypeId type, LocationId location, @Nullable ResourceId practitioner, Instant start) {

  static ChosenOpening of(Opening opening) {
    return new ChosenOpening(
        opening.type(), opening.location(), opening.practitioner(), opening.during().start());
  }

  /** Empty when no page of ours has written it. */
  static Optional<ChosenOpening> read(String text) {
    var parts = text.split("~", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ChosenOpening(
              AppointmentTypeId.of(parts[0]),
              LocationId.of(parts[1]),
              parts[2].isEmpty() ? null : ResourceId.of(parts[2]),
              Instant.parse(parts[3])));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  String write() {
    return String.join(
        "~",
        type.value().toString(),
        location.value().toString(),
        practitioner == null ? "" : practitioner.value().toString(),
        start.toString());
  }

  /** The same opening of the same form is one request, however often it is sent. */
  BookingRequest request(UUID form, PatientId patient, Why why, @Nullable Past past) {
    var one = form + "/" + patient.value() + "/" + write();
    return new BookingRequest(
        UUID.nameUUIDFromBytes(one.getBytes(StandardCharsets.UTF_8)),
        patient,
        type,
        location,
        practitioner,
        start,
        why,
        past);
  }
}
