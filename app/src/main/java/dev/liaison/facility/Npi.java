package dev.liaison.facility;

/**
 * A National Provider Identifier (45 CFR 162.406): ten digits that begin with 1 or 2, of which the
 * last is a Luhn check digit over the others with 80840 put before them.
 */
final class Npi {
  /** What 80840 adds to the Luhn sum of every NPI. */
  private static final int PREFIX_SUM = 24;

  private Npi() {}

  static boolean hasForm(String digits) {
    return digits.matches("[12][0-9]{9}");
  }

  /** Whether the last digit is the check digit of those before it. */
  static boolean checks(String digits) {
    var sum = PREFIX_SUM;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(i) - '0';
      var counted = i % 2 == 0 ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
