package dev.liaison.x12.claim;

import dev.liaison.x12.Segment;
import dev.liaison.x12.claim.Claim.OtherPayer;
import dev.liaison.x12.remittance.Adjustment;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one loop 2320 with its names. */
final class OtherPayerBuilder {
  private final Values values;
  private final Code turn;
  private final Code relationship;
  private final String group;
  private final String groupName;
  private final Code insurance;
  private final Code filing;
  private final List<Adjustment> adjustments = new ArrayList<>(2);
  private final List<Amount> amounts = new ArrayList<>(1);
  private final List<Reference> references = new ArrayList<>(0);
  private @Nullable Money paid;
  private Code benefits = Code.NONE;
  private Code signature = Code.NONE;
  private Code release = Code.NONE;
  private Party subscriber = Party.NONE;
  private Address subscriberAddress = Address.NONE;
  private Party payer = Party.NONE;
  private Address payerAddress = Address.NONE;
  private @Nullable LocalDate decided;
  private String named = "";

  OtherPayerBuilder(Segment s, Values values) {
    this.values = values;
    turn = Values.code(s, 1);
    relationship = Values.code(s, 2);
    group = s.text(3);
    groupName = s.text(4);
    insurance = Values.code(s, 5);
    filing = Values.code(s, 9);
  }

  void accept(Segment s) {
    switch (s.name()) {
      case "CAS" -> adjustments.addAll(adjustments(s, values));
      case "AMT" -> {
        var money = values.money(s, 2);
        if (s.equals(1, "D")) {
          paid = money;
        } else {
          amounts.add(new Amount(Values.code(s, 1), money));
        }
      }
      case "OI" -> {
        benefits = Values.code(s, 3);
        signature = Values.code(s, 4);
        release = Values.code(s, 6);
      }
      case "NM1" -> {
        var party = Values.nm1(s);
        named = party.role().value();
        if (named.equals("IL")) {
          subscriber = party;
        } else if (named.equals("PR")) {
          payer = party;
        }
      }
      case "N3", "N4" -> {
        if (named.equals("IL")) {
          subscriberAddress = ClaimBatchBuilder.address(s, s.is("N3"), subscriberAddress);
        } else if (named.equals("PR")) {
          payerAddress = ClaimBatchBuilder.address(s, s.is("N3"), payerAddress);
        }
      }
      case "DTP" -> {
        var period = values.period(s, 2, 3);
        decided = period == null ? null : period.from();
      }
      case "REF" -> {
        if (named.equals("PR")) {
          references.add(Values.ref(s));
        }
      }
      default -> {
        // what the other payer calls our providers
      }
    }
  }

  static List<Adjustment> adjustments(Segment s, Values values) {
    var adjustments = new ArrayList<Adjustment>(2);
    for (int i = 2; i <= s.size(); i += 3) {
      if (s.has(i) || s.has(i + 1)) {
        adjustments.add(
            new Adjustment(
                Values.code(s, 1),
                Values.code(s, i),
                values.money(s, i + 1),
                values.decimal(s, i + 2)));
      }
    }
    return adjustments;
  }

  OtherPayer end() {
    return new OtherPayer(
        turn,
        relationship,
        group,
        groupName,
        insurance,
        filing,
        adjustments,
        paid,
        amounts,
        benefits,
        signature,
        release,
        subscriber,
        subscriberAddress,
        payer,
        payerAddress,
        decided,
        references);
  }
}
