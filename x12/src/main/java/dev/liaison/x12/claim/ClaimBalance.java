package dev.liaison.x12.claim;

import dev.liaison.x12.claim.Claim.OtherPayer;
import dev.liaison.x12.remittance.Adjustment;
import dev.liaison.x12.types.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of a claim: its lines make its charge, and what another payer has decided leaves nothing
 * unexplained, on the claim and on each line.
 */
public final class ClaimBalance {
  /**
   * A sum that does not fit.
   *
   * @param rule LINES, OTHER_PAYER or OTHER_PAYER_LINE
   * @param line number of the line, 0 for the claim
   */
  public record Imbalance(Rule rule, int line, Money expected, Money found) {
    @Override
    public String toString() {
      return rule.words
          + (line > 0 ? ", line " + line : "")
          + ": expected "
          + expected
          + ", found "
          + found;
    }
  }

  /** Which sum. */
  public enum Rule {
    /** The charges of the lines are CLM02. */
    LINES("charge of the claim and its lines"),
    /** CLM02 is AMT*D and every CAS of that payer. */
    OTHER_PAYER("decision of another payer on the claim"),
    /** The line's charge is SVD02 and the line's CAS. */
    OTHER_PAYER_LINE("decision of another payer on a line");

    private final String words;

    Rule(String words) {
      this.words = words;
    }
  }

  private ClaimBalance() {}

  public static List<Imbalance> of(Claim claim) {
    var found = new ArrayList<Imbalance>(0);
    long lines = 0;
    for (var line : claim.lines()) {
      lines = Math.addExact(lines, line.charge().cents());
      for (var adjudication : line.adjudications()) {
        long explained =
            Math.addExact(adjudication.paid().cents(), sum(adjudication.adjustments()));
        if (explained != line.charge().cents()) {
          found.add(
              new Imbalance(
                  Rule.OTHER_PAYER_LINE, line.number(), line.charge(), Money.ofCents(explained)));
        }
      }
    }
    if (lines != claim.charge().cents() && !claim.lines().isEmpty()) {
      found.add(new Imbalance(Rule.LINES, 0, claim.charge(), Money.ofCents(lines)));
    }
    for (var other : claim.others()) {
      other(claim, other, found);
    }
    return found;
  }

  private static void other(Claim claim, OtherPayer other, List<Imbalance> found) {
    var paid = other.paid();
    if (paid == null) {
      return;
    }
    long explained = Math.addExact(paid.cents(), sum(other.adjustments()));
    for (var line : claim.lines()) {
      for (var adjudication : line.adjudications()) {
        if (adjudication.payer().equals(other.payer().id())) {
          explained = Math.addExact(explained, sum(adjudication.adjustments()));
        }
      }
    }
    if (explained != claim.charge().cents()) {
      found.add(new Imbalance(Rule.OTHER_PAYER, 0, claim.charge(), Money.ofCents(explained)));
    }
  }

  private static long sum(List<Adjustment> adjustments) {
    long sum = 0;
    for (var adjustment : adjustments) {
      sum = Math.addExact(sum, adjustment.amount().cents());
    }
    return sum;
  }
}
