package dev.liaison.patients;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a patient (FHIR ContactPoint).
 *
 * @param use FHIR's: {@code mobile}, {@code home}, {@code work}; null when not told
 * @param value as shown
 * @param digits of a phone: its national number; null when it could not be read
 */
public record Telecom(System system, @Nullable String use, String value, @Nullable String digits) {

  /** FHIR ContactPoint.system, as far as the desk tells them apart. */
  public enum System {
    PHONE,
    EMAIL,
    FAX,
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Telecom phone(Telephone telephone, @Nullable String use) {
    return new Telecom(System.PHONE, use, telephone.shown(), telephone.digits());
  }

  public static Telecom email(String address, @Nullable String use) {
    return new Telecom(System.EMAIL, use, address, null);
  }

  /** Never the number. */
  @Override
  public String toString() {
    return "Telecom[" + system + "]";
  }
}
