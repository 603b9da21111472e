package dev.liaison.x12.claim;

import dev.liaison.x12.Segment;
import dev.liaison.x12.claim.Claim.Adjudication;
import dev.liaison.x12.claim.Claim.Drug;
import dev.liaison.x12.claim.Claim.Line;
import dev.liaison.x12.claim.Claim.Note;
import dev.liaison.x12.claim.Claim.Provider;
import dev.liaison.x12.claim.Claim.Tooth;
import dev.liaison.x12.claim.ClaimBuilder.ProviderBuilder;
import dev.liaison.x12.remittance.Adjustment;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one loop 2400. */
final class LineBuilder {
  private final Values values;
  private final int number;
  private Procedure procedure = Procedure.NONE;
  private String revenueCode = "";
  private Money charge = Money.ZERO;
  private Code unit = Code.NONE;
  private @Nullable BigDecimal units;
  private Code place = Code.NONE;
  private final List<Integer> pointers = new ArrayList<>(1);
  private final List<Tooth> teeth = new ArrayList<>(0);
  private final List<Dated> dates = new ArrayList<>(1);
  private final List<Amount> amounts = new ArrayList<>(0);
  private final List<Reference> references = new ArrayList<>(1);
  private final List<Note> notes = new ArrayList<>(0);
  private @Nullable Drug drug;
  private final List<Provider> providers = new ArrayList<>(0);
  private final List<Adjudication> adjudications = new ArrayList<>(0);
  private @Nullable ProviderBuilder provider;

  private boolean decided;
  private String payer = "";
  private Money paid = Money.ZERO;
  private Procedure decidedProcedure = Procedure.NONE;
  private String decidedRevenue = "";
  private @Nullable BigDecimal decidedUnits;
  private final List<Adjustment> adjustments = new ArrayList<>(0);
  private @Nullable LocalDate decidedOn;

  LineBuilder(Segment s, Values values) {
    this.values = values;
    var counted = values.decimal(s, 1);
    number = counted == null ? 0 : counted.intValue();
  }

  void accept(Segment s) {
    switch (s.name()) {
      case "SV1" -> {
        procedure = Values.procedure(s, 1);
        charge = values.money(s, 2);
        unit = Values.code(s, 3);
        units = values.decimal(s, 4);
        place = Values.code(s, 5);
        pointers(s, 7);
      }
      case "SV2" -> {
        revenueCode = s.text(1);
        procedure = Values.procedure(s, 2);
        charge = values.money(s, 3);
        unit = Values.code(s, 4);
        units = values.decimal(s, 5);
      }
      case "SV3" -> {
        procedure = Values.procedure(s, 1);
        charge = values.money(s, 2);
        place = Values.code(s, 3);
        units = values.decimal(s, 6);
        pointers(s, 11);
      }
      case "TOO" -> teeth.add(new Tooth(s.text(2), List.of(s.split(s.text(3)))));
      case "NM1" -> {
        endParts();
        provider = new ProviderBuilder(s);
      }
      case "SVD" -> {
        endParts();
        decided = true;
        payer = s.text(1);
        paid = values.money(s, 2);
        decidedProcedure = Values.procedure(s, 3);
        decidedRevenue = s.text(4);
        decidedUnits = values.decimal(s, 5);
      }
      case "CAS" -> adjustments.addAll(OtherPayerBuilder.adjustments(s, values));
      case "LIN" -> drug = new Drug(Values.code(s, 2), s.text(3), null, Code.NONE);
      case "CTP" -> {
        if (drug != null) {
          drug = new Drug(drug.list(), drug.code(), values.decimal(s, 4), Code.of(s.text(5, 1)));
        }
      }
      default -> {
        if (provider == null || !provider.accept(s)) {
          own(s);
        }
      }
    }
  }

  private void own(Segment s) {
    switch (s.name()) {
      case "DTP" -> {
        var dated = values.dtp(s);
        if (dated != null && decided) {
          decidedOn = dated.period().from();
        } else if (dated != null) {
          dates.add(dated);
        }
      }
      case "AMT" -> {
        if (!decided) {
          amounts.add(new Amount(Values.code(s, 1), values.money(s, 2)));
        }
      }
      case "REF" -> references.add(Values.ref(s));
      case "NTE" -> notes.add(new Note(Values.code(s, 1), s.text(2)));
      default -> {
        // shown and checked, not part of this value
      }
    }
  }

  private void pointers(Segment s, int element) {
    for (int i = 1; i <= s.components(element); i++) {
      var pointer = s.text(element, i);
      if (pointer.matches("[0-9]{1,2}")) {
        pointers.add(Integer.parseInt(pointer));
      }
    }
  }

  private void endParts() {
    if (provider != null) {
      providers.add(provider.end());
      provider = null;
    }
    if (decided) {
      adjudications.add(
          new Adjudication(
              payer, paid, decidedProcedure, decidedRevenue, decidedUnits, adjustments, decidedOn));
      adjustments.clear();
      decided = false;
      decidedOn = null;
    }
  }

  Line end() {
    endParts();
    return new Line(
        number,
        procedure,
        revenueCode,
        charge,
        unit,
        units,
        place,
        pointers,
        teeth,
        dates,
        amounts,
        references,
        notes,
        drug,
        providers,
        adjudications);
  }
}
