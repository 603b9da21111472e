package dev.liaison.scheduling;

import dev.liaison.facility.LocationId;
import dev.liaison.platform.tenancy.OrganizationId;

/**
 * An appointment was booked, moved, cancelled or otherwise changed; published in its transaction.
 */
public record AppointmentChanged(
    OrganizationId organization, AppointmentId appointment, LocationId location, Kind kind) {
  /** What happened to it. */
  public enum Kind {
    BOOKED,
    MOVED,
    CANCELLED,
    NO_SHOW,
    CONFIRMED,
    FULFILLED,
    /** A no-show or a finished visit is expected again. */
    REOPENED,
    ENTERED_IN_ERROR
  }
}
