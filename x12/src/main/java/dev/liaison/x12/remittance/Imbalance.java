package dev.liaison.x12.remittance;

import dev.liaison.x12.types.Money;

/**
 * A sum that does not fit. Whoever posts payments posts nothing of this transaction: a gap closed
 * by an invented line is a loss that nobody finds.
 *
 * @param claim number of the claim in the transaction, counted from 1, 0 for the transaction
 * @param line number of the line in the claim, counted from 1, 0 for the claim as a whole
 * @param offset of the claim in the file, -1 when there is none
 */
public record Imbalance(Rule rule, int claim, int line, Money expected, Money found, long offset) {
  /** Which sum. */
  public enum Rule {
    /** SVC02 less the line's CAS is SVC03. */
    LINE,
    /** CLP03 less the CAS of claim and lines is CLP04. */
    CLAIM,
    /** The sum of CLP04 less the PLB is BPR02. */
    TRANSACTION
  }

  public Money difference() {
    return found.minus(expected);
  }

  @Override
  public String toString() {
    var where =
        switch (rule) {
          case LINE -> "claim " + claim + ", line " + line;
          case CLAIM -> "claim " + claim;
          case TRANSACTION -> "payment";
        };
    return where + ": expected " + expected + ", found " + found;
  }
}
