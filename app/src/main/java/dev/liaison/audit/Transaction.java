package dev.liaison.audit;

/**
 * The number of a transaction of the database ({@code xid8}): it counts up, and never again from
 * the beginning.
 */
record Transaction(long number) implements Comparable<Transaction> {
  static final Transaction FIRST = new Transaction(0);

  static Transaction of(String text) {
    return new Transaction(Long.parseUnsignedLong(text));
  }

  @Override
  public int compareTo(Transaction other) {
    return Long.compareUnsigned(number, other.number);
  }

  /** As the database writes it. */
  @Override
  public String toString() {
    return Long.toUnsignedString(number);
  }
}
