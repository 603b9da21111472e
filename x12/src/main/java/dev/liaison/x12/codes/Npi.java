package dev.liaison.x12.codes;

/** The check digit of a national provider identifier: Luhn over 80840 and the ten digits. */
public final class Npi {
  private Npi() {}

  public static boolean valid(String npi) {
    if (!npi.matches("[12][0-9]{9}")) {
      return false;
    }
    int sum = 24;
    for (int i = 0; i < 10; i++) {
      int digit = npi.charAt(i) - '0';
      if (i % 2 == 0) {
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }
}
