package dev.liaison.patients;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/**
 * A telephone number that can be dialled.
 *
 * @param shown as people of its country write it; others with the country first
 * @param digits the national number, by which it is found
 */
public record Telephone(String shown, String digits) {
  private static final List<String> COUNTS =
      List.of(
          "No",
          "One",
          "Two",
          "Three",
          "Four",
          "Five",
          "Six",
          "Seven",
          "Eight",
          "Nine",
          "Ten",
          "Eleven",
          "Twelve",
          "Thirteen",
          "Fourteen",
          "Fifteen",
          "Sixteen",
          "Seventeen");
  private static final int US = 1;

  /** What became of a number that a person typed. */
  public sealed interface Reading {
    /** A number. */
    record Understood(Telephone telephone) implements Reading {}

    /** None; the sentence counts what was typed. */
    record Refused(String message) implements Reading {}
  }

  /**
   * Reads a number; one without a country is of the United States. Whether anybody answers there is
   * not asked, so the numbers kept for examples (555-01xx) are as good as others.
   */
  public static Reading read(String typed) {
    var util = PhoneNumberUtil.getInstance();
    var digits = (int) typed.codePoints().filter(Character::isDigit).count();
    var abroad = typed.strip().startsWith("+") || typed.strip().startsWith("＋");
    try {
      var number = util.parse(typed, "US");
      if (number.getCountryCode() == US) {
        return american(util, number, typed, digits);
      }
      return util.isPossibleNumber(number)
          ? new Reading.Understood(
              new Telephone(
                  util.format(number, PhoneNumberFormat.INTERNATIONAL),
                  util.getNationalSignificantNumber(number)))
          : new Reading.Refused(
              count(digits) + "; that is no number of country +" + number.getCountryCode() + ".");
    } catch (NumberParseException e) {
      return digits == 0
          ? new Reading.Refused("A telephone number has digits; a US number has ten.")
          : new Reading.Refused(
              abroad
                  ? "No country has that number; a US number is +1 and ten digits."
                  : wrongCount(digits));
    }
  }

  private static Reading american(
      PhoneNumberUtil util, PhoneNumber number, String typed, int digits) {
    var national = util.getNationalSignificantNumber(number);
    if (national.length() != 10) {
      var counted = national.length() > 10 ? digits : national.length();
      return new Reading.Refused(wrongCount(counted));
    }
    if (national.charAt(0) < '2') {
      return new Reading.Refused("No area code of the US begins with " + national.charAt(0) + ".");
    }
    if (national.charAt(3) < '2') {
      return new Reading.Refused(
          "After the area code, no US number begins with " + national.charAt(3) + ".");
    }
    return new Reading.Understood(
        new Telephone(util.format(number, PhoneNumberFormat.NATIONAL), national));
  }

  private static String wrongCount(int digits) {
    return count(digits) + "; a US number has ten.";
  }

  private static String count(int digits) {
    var words = digits < COUNTS.size() ? COUNTS.get(digits) : String.valueOf(digits);
    return words + (digits == 1 ? " digit" : " digits");
  }

  /** Never the number: it names a person. */
  @Override
  public String toString() {
    return "Telephone[…]";
  }
}
