package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The time that is asked for, by booking or by moving.
 *
 * @param wanted the practitioner, room or device that is wanted by name; empty: whoever is free
 * @param stays the practitioner of an appointment that moves, unless another one is wanted
 * @param except the appointment that would move, whose own time counts as free
 */
record Wish(
    PatientId patient,
    AppointmentTypeId type,
    LocationId location,
    Set<ResourceId> wanted,
    @Nullable ResourceId stays,
    Instant start,
    @Nullable AppointmentId except) {
  Wish {
    wanted = Set.copyOf(wanted);
  }

  static Wish of(BookingRequest request) {
    var whom = request.practitioner();
    return new Wish(
        request.patient(),
        request.type(),
        request.location(),
        whom == null ? Set.of() : Set.of(whom),
        null,
        request.start(),
        null);
  }

  static Wish toMove(Appointment before, @Nullable ResourceId whom, Instant start) {
    return new Wish(
        before.patient(),
        before.type(),
        before.location(),
        whom == null ? Set.of() : Set.of(whom),
        before.practitioner(),
        start,
        before.id());
  }

  /** Everyone who is named, as wanted or as staying. */
  Set<ResourceId> named() {
    if (stays == null) {
      return wanted;
    }
    var both = new HashSet<>(wanted);
    both.add(stays);
    return both;
  }

  /** With the practitioner who stays, where only another room or device is wanted. */
  Wish on(Ground ground) {
    var another =
        !ground.needs().isEmpty()
            && ground.anchor().candidates().stream().anyMatch(c -> wanted.contains(c.resource()));
    if (stays == null || another) {
      return this;
    }
    return new Wish(patient, type, location, named(), null, start, except);
  }

  /** Visits start on the five minutes of the clock. */
  boolean onRaster() {
    return start.getNano() == 0 && start.getEpochSecond() % Calendar.STEP == 0;
  }
}
