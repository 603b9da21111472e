package dev.liaison.platform.tenancy;

import java.util.Locale;

/** What a person is in an organization. */
public enum Role {
  COORDINATOR,
  SUPERVISOR,
  BILLER,
  CLINICIAN,
  ADMINISTRATOR,
  PRIVACY_OFFICER;

  /** Whether one registers and changes patients, books and checks in; others only look. */
  public boolean isAtDesk() {
    return switch (this) {
      case COORDINATOR, SUPERVISOR, ADMINISTRATOR -> true;
      case BILLER, CLINICIAN, PRIVACY_OFFICER -> false;
    };
  }

  /** As stored and as printed: {@code privacy-officer}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
