package dev.liaison.scheduling;

import java.util.Locale;

/** Where a promise stands (FHIR AppointmentStatus, without what the visit itself tells). */
public enum AppointmentStatus {
  PROPOSED,
  HELD,
  BOOKED,
  CANCELLED,
  NOSHOW,
  FULFILLED,
  ENTERED_IN_ERROR;

  /** As stored: {@code entered-in-error}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of what is stored. */
  public static AppointmentStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether the time still belongs to it. */
  public boolean keepsItsTime() {
    return switch (this) {
      case HELD, BOOKED, NOSHOW, FULFILLED -> true;
      case PROPOSED, CANCELLED, ENTERED_IN_ERROR -> false;
    };
  }
}
