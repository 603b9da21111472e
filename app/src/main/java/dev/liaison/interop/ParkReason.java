package dev.liaison.interop;

import java.util.Locale;

/** Why something was parked. */
public enum ParkReason {
  NOT_JSON,
  NOT_FHIR,
  TOO_DEEP,
  TOO_LARGE,
  UNREADABLE,
  INCOMPLETE,
  PATIENT_MISSING,
  REFUSED;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
