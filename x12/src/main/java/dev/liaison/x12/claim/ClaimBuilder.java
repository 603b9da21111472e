package dev.liaison.x12.claim;

import dev.liaison.x12.Segment;
import dev.liaison.x12.claim.Claim.BillingProvider;
import dev.liaison.x12.claim.Claim.HealthCode;
import dev.liaison.x12.claim.Claim.Line;
import dev.liaison.x12.claim.Claim.Note;
import dev.liaison.x12.claim.Claim.OtherPayer;
import dev.liaison.x12.claim.Claim.Patient;
import dev.liaison.x12.claim.Claim.Provider;
import dev.liaison.x12.claim.Claim.Subscriber;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one claim: CLM and what follows, until the next claim or level. */
final class ClaimBuilder {
  private static final int LX = Segment.id("LX");
  private static final int SBR = Segment.id("SBR");

  private final Values values;
  private final String number;
  private final Money charge;
  private final Code facility;
  private final Code frequency;
  private final Code signature;
  private final Code assignment;
  private final Code benefits;
  private final Code release;
  private final List<Code> causes = new ArrayList<>(0);
  private final long offset;
  private final List<Code> admission = new ArrayList<>(0);
  private final List<Dated> dates = new ArrayList<>(1);
  private final List<Amount> amounts = new ArrayList<>(0);
  private final List<Reference> references = new ArrayList<>(1);
  private final List<Note> notes = new ArrayList<>(0);
  private final List<HealthCode> codes = new ArrayList<>(4);
  private final List<Provider> providers = new ArrayList<>(1);
  private final List<OtherPayer> others = new ArrayList<>(0);
  private final List<Line> lines = new ArrayList<>(4);
  private @Nullable ProviderBuilder provider;
  private @Nullable OtherPayerBuilder other;
  private @Nullable LineBuilder line;

  ClaimBuilder(Segment s, Values values) {
    this.values = values;
    number = s.text(1);
    charge = values.money(s, 2);
    facility = Code.of(s.text(5, 1));
    frequency = Code.of(s.text(5, 3));
    signature = Values.code(s, 6);
    assignment = Values.code(s, 7);
    benefits = Values.code(s, 8);
    release = Values.code(s, 9);
    for (int i = 1; i <= 3 && s.has(11); i++) {
      var cause = s.text(11, i);
      if (!cause.isEmpty()) {
        causes.add(Code.of(cause));
      }
    }
    offset = s.offset();
  }

  /** NM1 and what follows it, in a claim or in a line. */
  static final class ProviderBuilder {
    private final Party name;
    private String taxonomy = "";
    private Address address = Address.NONE;
    private final List<Reference> references = new ArrayList<>(1);

    ProviderBuilder(Segment s) {
      name = Values.nm1(s);
    }

    /** False when the segment does not belong to a provider. */
    boolean accept(Segment s) {
      switch (s.name()) {
        case "PRV" -> taxonomy = s.text(3);
        case "N3" -> address = Values.n3(s, address);
        case "N4" -> address = Values.n4(s, address);
        case "REF" -> references.add(Values.ref(s));
        case "PER" -> {
          // whom to call about a facility
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    Provider end() {
      return new Provider(name, taxonomy, address, references);
    }
  }

  void accept(Segment s) {
    int id = s.id();
    if (id == LX) {
      endParts();
      line = new LineBuilder(s, values);
    } else if (line != null) {
      line.accept(s);
    } else if (id == SBR) {
      endParts();
      other = new OtherPayerBuilder(s, values);
    } else if (other != null) {
      other.accept(s);
    } else if (s.is("NM1")) {
      endParts();
      provider = new ProviderBuilder(s);
    } else if (provider == null || !provider.accept(s)) {
      own(s);
    }
  }

  private void own(Segment s) {
    switch (s.name()) {
      case "DTP" -> {
        var dated = values.dtp(s);
        if (dated != null) {
          dates.add(dated);
        }
      }
      case "AMT" -> amounts.add(new Amount(Values.code(s, 1), values.money(s, 2)));
      case "REF" -> references.add(Values.ref(s));
      case "NTE" -> notes.add(new Note(Values.code(s, 1), s.text(2)));
      case "CL1" -> {
        for (int i = 1; i <= 3; i++) {
          admission.add(Values.code(s, i));
        }
      }
      case "HI" -> {
        for (int i = 1; i <= s.size(); i++) {
          if (s.has(i)) {
            codes.add(code(s, i));
          }
        }
      }
      default -> {
        // ambulance, vision and the like: shown and checked, not part of this value
      }
    }
  }

  private HealthCode code(Segment s, int element) {
    var when = s.text(element, 4);
    Period period = null;
    if (when.matches("[0-9]{8}")) {
      period = values.period(when, "D8", s, element);
    } else if (when.matches("[0-9]{8}-[0-9]{8}")) {
      period = values.period(when, "RD8", s, element);
    }
    var amount = s.text(element, 5);
    return new HealthCode(
        Code.of(s.text(element, 1)),
        s.text(element, 2),
        period,
        amount.matches("-?[0-9]{0,15}(\\.[0-9]{1,2})?") && amount.matches(".*[0-9].*")
            ? Money.ofCents(new BigDecimal(amount).movePointRight(2).longValueExact())
            : null);
  }

  private void endParts() {
    if (provider != null) {
      providers.add(provider.end());
      provider = null;
    }
    if (other != null) {
      others.add(other.end());
      other = null;
    }
    if (line != null) {
      lines.add(line.end());
      line = null;
    }
  }

  Claim end(BillingProvider billing, Subscriber subscriber, @Nullable Patient patient) {
    endParts();
    return new Claim(
        billing,
        subscriber,
        patient,
        number,
        charge,
        facility,
        frequency,
        signature,
        assignment,
        benefits,
        release,
        causes,
        admission,
        dates,
        amounts,
        references,
        notes,
        codes,
        providers,
        others,
        lines,
        offset);
  }
}
