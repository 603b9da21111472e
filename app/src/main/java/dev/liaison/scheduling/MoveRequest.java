package dev.liaison.scheduling;

import dev.liaison.facility.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment shall go; its type and its place stay.
 *
 * @param version as seen by who asks
 * @param practitioner null: the same one
 */
public record MoveRequest(
    AppointmentId appointment, int version, Instant start, @Nullable ResourceId practitioner) {}
