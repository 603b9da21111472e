package dev.liaison.x12.types;

import java.math.BigDecimal;

/** An exact amount in cents; X12 amounts of these guides are in US dollars unless CUR says more. */
public record Money(long cents) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  public static Money ofCents(long cents) {
    return cents == 0 ? ZERO : new Money(cents);
  }

  /**
   * Reads dollars and cents.
   *
   * @throws ArithmeticException when there are fractions of a cent, or too many dollars
   */
  public static Money of(String dollars) {
    return ofCents(new BigDecimal(dollars).movePointRight(2).longValueExact());
  }

  /** Overflows loudly. */
  public Money plus(Money other) {
    return ofCents(Math.addExact(cents, other.cents));
  }

  public Money minus(Money other) {
    return ofCents(Math.subtractExact(cents, other.cents));
  }

  public Money negated() {
    return ofCents(Math.negateExact(cents));
  }

  /** As X12 writes it: no blanks, no trailing zeros, no point when there are no cents. */
  public String x12() {
    long whole = Math.abs(cents / 100);
    long rest = Math.abs(cents % 100);
    var text = new StringBuilder(12);
    if (cents < 0) {
      text.append('-');
    }
    if (whole > 0 || rest == 0) {
      text.append(whole);
    }
    if (rest > 0) {
      text.append('.').append((char) ('0' + rest / 10));
      if (rest % 10 > 0) {
        text.append((char) ('0' + rest % 10));
      }
    }
    return text.toString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /** Always with two places: {@code -12.30}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
