package dev.liaison.x12.remittance;

import dev.liaison.x12.types.Money;
import java.util.ArrayList;
import java.util.List;

/** The three sums of a remittance (005010X221A1, 1.10.2). AMT, MIA, MOA and TS take no part. */
final class Balance {
  private final List<Imbalance> found = new ArrayList<>();
  private int claims;
  private long paid;

  static List<Imbalance> of(Remittance remittance) {
    var balance = new Balance();
    for (var claim : remittance.claims()) {
      balance.add(claim);
    }
    return balance.end(remittance);
  }

  void add(ClaimPayment claim) {
    claims++;
    int line = 0;
    for (var service : claim.lines()) {
      line++;
      long expected =
          Math.subtractExact(service.charged().cents(), Adjustment.sum(service.adjustments()));
      check(Imbalance.Rule.LINE, line, expected, service.paid(), claim.offset());
    }
    long expected = Math.subtractExact(claim.charged().cents(), claim.adjusted().cents());
    check(Imbalance.Rule.CLAIM, 0, expected, claim.paid(), claim.offset());
    // A predetermination tells what would be paid, and pays nothing.
    paid = claim.status().is("25") ? paid : Math.addExact(paid, claim.paid().cents());
  }

  private void check(Imbalance.Rule rule, int line, long expected, Money actual, long offset) {
    if (expected != actual.cents()) {
      found.add(new Imbalance(rule, claims, line, Money.ofCents(expected), actual, offset));
    }
  }

  List<Imbalance> end(Remittance remittance) {
    long expected = paid;
    for (var adjustment : remittance.adjustments()) {
      expected = Math.subtractExact(expected, adjustment.amount().cents());
    }
    var payment = remittance.payment();
    if (expected != payment.amount().cents()) {
      found.add(
          new Imbalance(
              Imbalance.Rule.TRANSACTION, 0, 0, Money.ofCents(expected), payment.amount(), -1));
    }
    return List.copyOf(found);
  }
}
