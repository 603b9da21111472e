package dev.liaison.x12.eligibility;

import dev.liaison.x12.Segment;
import dev.liaison.x12.eligibility.Benefit.Delivery;
import dev.liaison.x12.eligibility.Benefit.Detail;
import dev.liaison.x12.eligibility.Benefit.Entity;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one EB and what follows it. */
final class BenefitBuilder {
  private final Values values;
  private final Code information;
  private final Code level;
  private final List<Code> serviceTypes = new ArrayList<>();
  private final Code insurance;
  private final String plan;
  private final Code period;
  private final @Nullable Money amount;
  private final @Nullable BigDecimal share;
  private final Code quantityKind;
  private final @Nullable BigDecimal quantity;
  private final Code authorizationRequired;
  private final Code network;
  private final Procedure procedure;
  private final List<Delivery> deliveries = new ArrayList<>(0);
  private final List<Reference> references = new ArrayList<>(0);
  private final List<Dated> dates = new ArrayList<>(1);
  private final List<Answer.Rejection> rejections = new ArrayList<>(0);
  private final List<String> messages = new ArrayList<>(1);
  private final List<Detail> details = new ArrayList<>(0);
  private final List<Entity> entities = new ArrayList<>(0);
  private final List<String> contacts = new ArrayList<>(0);
  private Party party = Party.NONE;
  private Address address = Address.NONE;

  BenefitBuilder(Segment s, Values values) {
    this.values = values;
    information = Values.code(s, 1);
    level = Values.code(s, 2);
    for (var type : s.repeats(3)) {
      // Some write the types as components where the version has no repetition.
      for (var part : s.split(type)) {
        serviceTypes.add(Code.of(part));
      }
    }
    insurance = Values.code(s, 4);
    plan = s.text(5);
    period = Values.code(s, 6);
    amount = values.moneyOrNull(s, 7);
    share = values.decimal(s, 8);
    quantityKind = Values.code(s, 9);
    quantity = values.decimal(s, 10);
    authorizationRequired = Values.code(s, 11);
    network = Values.code(s, 12);
    procedure = Values.procedure(s, 13);
  }

  void accept(Segment s) {
    switch (s.name()) {
      case "HSD" ->
          deliveries.add(
              new Delivery(
                  Values.code(s, 1),
                  values.decimal(s, 2),
                  Values.code(s, 3),
                  values.decimal(s, 4),
                  Values.code(s, 5),
                  values.decimal(s, 6),
                  Values.code(s, 7),
                  Values.code(s, 8)));
      case "REF" -> references.add(Values.ref(s));
      case "DTP" -> {
        var dated = values.dtp(s);
        if (dated != null) {
          dates.add(dated);
        }
      }
      case "AAA" -> rejections.add(AnswerBuilder.rejection(s));
      case "MSG" -> messages.add(s.text(1));
      case "III" -> details.add(new Detail(Values.code(s, 1), Values.code(s, 2), s.text(4)));
      case "NM1" -> {
        endEntity();
        party = Values.nm1(s);
      }
      case "N3" -> address = Values.n3(s, address);
      case "N4" -> address = Values.n4(s, address);
      case "PER" -> {
        for (int i = 4; i <= 8; i += 2) {
          if (s.has(i)) {
            contacts.add(s.text(i - 1) + ' ' + s.text(i));
          }
        }
      }
      default -> {
        // LS and LE only bracket the entities
      }
    }
  }

  private void endEntity() {
    if (party.isPresent()) {
      entities.add(new Entity(party, address, contacts));
    }
    party = Party.NONE;
    address = Address.NONE;
    contacts.clear();
  }

  Benefit end() {
    endEntity();
    return new Benefit(
        information,
        level,
        serviceTypes,
        insurance,
        plan,
        period,
        amount,
        share,
        quantityKind,
        quantity,
        authorizationRequired,
        network,
        procedure,
        deliveries,
        references,
        dates,
        rejections,
        messages,
        details,
        entities);
  }
}
