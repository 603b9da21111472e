package dev.liaison.platform.money;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An exact amount in minor units (cents), possibly negative.
 *
 * @param minor the amount in the currency's smallest unit
 */
public record Money(long minor, Currency currency) {
  public static final Currency USD = Currency.getInstance("USD");

  public static Money dollars(long cents) {
    return new Money(cents, USD);
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException when it does not fit, rather than a wrong amount
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /** As many parts as asked, each within one minor unit of the others; no cent is lost. */
  public List<Money> split(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("Cannot split into " + parts + " parts");
    }
    var each = Math.floorDiv(minor, (long) parts);
    var rest = Math.floorMod(minor, (long) parts);
    return LongStream.range(0, parts)
        .mapToObj(n -> new Money(n < rest ? each + 1 : each, currency))
        .toList();
  }

  /** As written at the desk: {@code $1,040.50}, {@code -$3.00}. */
  @Override
  public String toString() {
    var digits = currency.getDefaultFractionDigits();
    var unit = Math.powExact(10L, digits);
    var sign = minor < 0 ? "-" : "";
    var whole = String.format(Locale.US, "%,d", Math.abs(minor / unit));
    var fraction =
        digits == 0 ? "" : String.format(Locale.US, ".%0" + digits + "d", Math.abs(minor % unit));
    return sign + currency.getSymbol(Locale.US) + whole + fraction;
  }
}
