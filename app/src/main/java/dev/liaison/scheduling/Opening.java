package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.time.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time at which an appointment of a type could be booked; free when it was looked up.
 *
 * @param during what the patient would be told
 * @param practitioner whom the patient would see, null when only a device is needed
 * @param claims each resource with its own busy time
 */
public record Opening(
    AppointmentTypeId type,
    LocationId location,
    Interval during,
    @Nullable ResourceId practitioner,
    List<Claim> claims) {

  /** A resource and its own busy time, set-up and clean-up included. */
  public record Claim(ResourceId resource, Interval during) {}

  public Opening {
    claims = List.copyOf(claims);
  }
}
