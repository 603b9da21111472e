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

  /** As stored and as printed: {@code privacy-officer}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
