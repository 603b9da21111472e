package dev.liaison.x12;

import dev.liaison.x12.claim.ClaimBalance;
import dev.liaison.x12.claim.ClaimBatch;
import dev.liaison.x12.claim.ClaimBatchBuilder;
import dev.liaison.x12.guide.Guide;
import dev.liaison.x12.remittance.Remittance;
import dev.liaison.x12.remittance.RemittanceBuilder;
import dev.liaison.x12.rule.ClaimRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds up the sets that have sums: remittances and claims. */
final class Sums {
  private static final int BPR = Segment.id("BPR");
  private static final int CLP = Segment.id("CLP");
  private static final int CLM = Segment.id("CLM");

  private final @Nullable SetBuilder<Remittance> remittance;
  private final @Nullable SetBuilder<ClaimBatch> claims;
  private final Consumer<X12Error> errors;
  private final List<Integer> positions = new ArrayList<>();
  private long payment = -1;
  private int paymentPosition;
  private final boolean[] wrong;

  private Sums(
      @Nullable SetBuilder<Remittance> remittance,
      @Nullable SetBuilder<ClaimBatch> claims,
      boolean[] wrong,
      Consumer<X12Error> errors) {
    this.remittance = remittance;
    this.claims = claims;
    this.wrong = wrong;
    this.errors = errors;
  }

  /** Null for a set without sums, or of a guide whose sums we do not know. */
  static @Nullable Sums of(SetHeader set, Consumer<X12Error> errors) {
    if (Guide.of(set.kind(), set.guide()).isEmpty()) {
      return null;
    }
    var wrong = new boolean[1];
    Consumer<X12Error> values = error -> wrong[0] = true;
    return switch (set.kind()) {
      case "835" -> new Sums(new RemittanceBuilder(values), null, wrong, errors);
      case "837" -> new Sums(null, new ClaimBatchBuilder(set, values), wrong, errors);
      default -> null;
    };
  }

  void accept(Segment segment) {
    if (segment.id() == BPR) {
      payment = segment.offset();
      paymentPosition = segment.position();
    }
    if (segment.id() == CLP || segment.id() == CLM) {
      positions.add(segment.position());
    }
    if (remittance != null) {
      remittance.accept(segment);
    } else if (claims != null) {
      claims.accept(segment);
    }
  }

  /** Values that are none have been told by the guide's check; sums over them would say nothing. */
  void end(Segment se) {
    if (remittance != null) {
      remittance(remittance.end(), se);
    } else if (claims != null) {
      claims(claims.end());
    }
  }

  private void remittance(Remittance read, Segment se) {
    if (wrong[0]) {
      return;
    }
    for (var imbalance : read.imbalances()) {
      if (imbalance.claim() == 0) {
        report(
            payment < 0 ? se.offset() : payment, "BPR", paymentPosition, 2, imbalance.toString());
      } else {
        report(
            imbalance.offset(),
            "CLP",
            positions.get(imbalance.claim() - 1),
            4,
            imbalance.toString());
      }
    }
  }

  private void claims(ClaimBatch read) {
    if (wrong[0]) {
      return;
    }
    for (int i = 0; i < read.claims().size(); i++) {
      for (var imbalance : ClaimBalance.of(read.claims().get(i))) {
        report(read.claims().get(i).offset(), "CLM", positions.get(i), 2, imbalance.toString());
      }
      for (var rule : ClaimRule.broken(read.claims().get(i), read.kind())) {
        errors.accept(
            X12Error.at(Fault.SITUATION, read.claims().get(i).offset(), "CLM", positions.get(i))
                .note(rule.id() + ", " + rule.words()));
      }
    }
  }

  private void report(long offset, String segment, int position, int element, String note) {
    errors.accept(
        X12Error.at(Fault.BALANCE, offset, segment, position).element(element, "").note(note));
  }
}
