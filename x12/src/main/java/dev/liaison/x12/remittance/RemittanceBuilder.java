package dev.liaison.x12.remittance;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.remittance.Remittance.Payee;
import dev.liaison.x12.remittance.Remittance.Payment;
import dev.liaison.x12.remittance.Remittance.ProviderAdjustment;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Quantity;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds a remittance by what each segment is, not by where the guide wants it: payers leave out LX
 * or name themselves in NM1, and their money is real all the same.
 */
public final class RemittanceBuilder implements SetBuilder<Remittance> {
  private final Values values;
  private final List<ClaimPayment> claims = new ArrayList<>();
  private final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();
  private final List<Reference> headerReferences = new ArrayList<>();
  private final List<Dated> headerDates = new ArrayList<>();
  private Code handling = Code.NONE;
  private Money amount = Money.ZERO;
  private boolean credit = true;
  private Code method = Code.NONE;
  private @Nullable LocalDate date;
  private String number = "";
  private String originator = "";
  private String division = "";
  private Payee payer = Payee.NONE;
  private Payee payee = Payee.NONE;
  private int naming;
  private @Nullable OpenClaim claim;
  private @Nullable OpenLine line;

  public RemittanceBuilder(Consumer<X12Error> errors) {
    this.values = new Values(errors);
  }

  /** What a claim has gathered so far. */
  private static final class OpenClaim {
    final String claimNumber;
    final Code status;
    final Money charged;
    final Money paid;
    final Money patientOwes;
    final Code filing;
    final String payerNumber;
    final Code facility;
    final Code frequency;
    final Code drg;
    final long offset;
    final List<Adjustment> adjustments = new ArrayList<>(2);
    final List<Party> parties = new ArrayList<>(3);
    final List<Code> remarks = new ArrayList<>(0);
    final List<Reference> references = new ArrayList<>(2);
    final List<Dated> dates = new ArrayList<>(2);
    final List<Amount> amounts = new ArrayList<>(1);
    final List<Quantity> quantities = new ArrayList<>(0);
    final List<ServicePayment> lines = new ArrayList<>(6);

    OpenClaim(Segment s, Values values) {
      claimNumber = s.text(1);
      status = Values.code(s, 2);
      charged = values.money(s, 3);
      paid = values.money(s, 4);
      patientOwes = values.money(s, 5);
      filing = Values.code(s, 6);
      payerNumber = s.text(7);
      facility = Values.code(s, 8);
      frequency = Values.code(s, 9);
      drg = Values.code(s, 11);
      offset = s.offset();
    }

    ClaimPayment close() {
      return new ClaimPayment(
          claimNumber,
          status,
          charged,
          paid,
          patientOwes,
          filing,
          payerNumber,
          facility,
          frequency,
          drg,
          adjustments,
          parties,
          remarks,
          references,
          dates,
          amounts,
          quantities,
          lines,
          offset);
    }
  }

  /** What a line has gathered so far. */
  private static final class OpenLine {
    final Procedure procedure;
    final Money charged;
    final Money paid;
    final String revenueCode;
    final @Nullable BigDecimal units;
    final Procedure submitted;
    final @Nullable BigDecimal submittedUnits;
    final List<Adjustment> adjustments = new ArrayList<>(2);
    final List<Dated> dates = new ArrayList<>(1);
    final List<Reference> references = new ArrayList<>(1);
    final List<Amount> amounts = new ArrayList<>(1);
    final List<Quantity> quantities = new ArrayList<>(0);
    final List<Code> remarks = new ArrayList<>(0);

    OpenLine(Segment s, Values values) {
      procedure = Values.procedure(s, 1);
      charged = values.money(s, 2);
      paid = values.money(s, 3);
      revenueCode = s.text(4);
      units = values.decimal(s, 5);
      submitted = Values.procedure(s, 6);
      submittedUnits = values.decimal(s, 7);
    }

    ServicePayment close() {
      return new ServicePayment(
          procedure,
          charged,
          paid,
          revenueCode,
          units,
          submitted,
          submittedUnits,
          adjustments,
          dates,
          references,
          amounts,
          quantities,
          remarks);
    }
  }

  private static final int CLP = Segment.id("CLP");
  private static final int SVC = Segment.id("SVC");
  private static final int CAS = Segment.id("CAS");
  private static final int NM1 = Segment.id("NM1");
  private static final int DTM = Segment.id("DTM");
  private static final int REF = Segment.id("REF");
  private static final int AMT = Segment.id("AMT");
  private static final int QTY = Segment.id("QTY");
  private static final int LQ = Segment.id("LQ");
  private static final int LX = Segment.id("LX");
  private static final int PLB = Segment.id("PLB");
  private static final int MIA = Segment.id("MIA");
  private static final int MOA = Segment.id("MOA");

  @Override
  public void accept(Segment s) {
    int id = s.id();
    if (id == CLP) {
      endClaim();
      claim = new OpenClaim(s, values);
    } else if (id == LX) {
      endClaim();
    } else if (id == PLB) {
      endClaim();
      providerAdjustments(s);
    } else if (claim == null) {
      header(s);
    } else if (id == SVC) {
      endLine(claim);
      line = new OpenLine(s, values);
    } else if (line != null) {
      inLine(line, id, s);
    } else {
      inClaim(claim, id, s);
    }
  }

  private void inLine(OpenLine open, int id, Segment s) {
    if (id == CAS) {
      adjustments(open.adjustments, s);
    } else if (id == DTM) {
      dated(open.dates, s);
    } else if (id == REF) {
      open.references.add(Values.ref(s));
    } else if (id == AMT) {
      open.amounts.add(new Amount(Values.code(s, 1), values.money(s, 2)));
    } else if (id == LQ) {
      open.remarks.add(Values.code(s, 2));
    } else if (id == QTY) {
      quantity(open.quantities, s);
    }
  }

  private void inClaim(OpenClaim open, int id, Segment s) {
    if (id == CAS) {
      adjustments(open.adjustments, s);
    } else if (id == NM1) {
      open.parties.add(Values.nm1(s));
    } else if (id == DTM) {
      dated(open.dates, s);
    } else if (id == REF) {
      open.references.add(Values.ref(s));
    } else if (id == AMT) {
      open.amounts.add(new Amount(Values.code(s, 1), values.money(s, 2)));
    } else if (id == QTY) {
      quantity(open.quantities, s);
    } else if (id == MIA) {
      remarks(open.remarks, s, 5, 5);
      remarks(open.remarks, s, 20, 23);
    } else if (id == MOA) {
      remarks(open.remarks, s, 3, 7);
    }
  }

  private void quantity(List<Quantity> quantities, Segment s) {
    var number = values.decimal(s, 2);
    quantities.add(new Quantity(Values.code(s, 1), number == null ? BigDecimal.ZERO : number));
  }

  private static void remarks(List<Code> remarks, Segment s, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (s.has(i)) {
        remarks.add(Values.code(s, i));
      }
    }
  }

  private void dated(List<Dated> dates, Segment s) {
    var day = values.date(s, 2);
    if (day != null) {
      dates.add(new Dated(Values.code(s, 1), Period.day(day)));
    } else {
      var period = values.period(s, 5, 6);
      if (period != null) {
        dates.add(new Dated(Values.code(s, 1), period));
      }
    }
  }

  private void adjustments(List<Adjustment> into, Segment s) {
    var group = Values.code(s, 1);
    for (int i = 2; i <= s.size(); i += 3) {
      if (s.has(i) || s.has(i + 1)) {
        into.add(
            new Adjustment(
                group, Values.code(s, i), values.money(s, i + 1), values.decimal(s, i + 2)));
      }
    }
  }

  private void providerAdjustments(Segment s) {
    var provider = s.text(1);
    var fiscal = values.date(s, 2);
    for (int i = 3; i <= s.size(); i += 2) {
      if (s.has(i) || s.has(i + 1)) {
        providerAdjustments.add(
            new ProviderAdjustment(
                provider, fiscal, Code.of(s.text(i, 1)), s.text(i, 2), values.money(s, i + 1)));
      }
    }
  }

  private void header(Segment s) {
    switch (s.name()) {
      case "BPR" -> {
        handling = Values.code(s, 1);
        amount = values.money(s, 2);
        credit = !s.equals(3, "D");
        method = Values.code(s, 4);
        date = values.date(s, 16);
      }
      case "TRN" -> {
        number = s.text(2);
        originator = s.text(3);
        division = s.text(4);
      }
      case "N1" -> name(Values.n1(s));
      case "NM1" -> name(Values.nm1(s));
      case "N3" -> address(s, true);
      case "N4" -> address(s, false);
      case "REF" -> {
        if (naming == 0) {
          headerReferences.add(Values.ref(s));
        } else if (naming == 1) {
          payer = new Payee(payer.party(), payer.address(), plus(payer.references(), s));
        } else {
          payee = new Payee(payee.party(), payee.address(), plus(payee.references(), s));
        }
      }
      case "DTM" -> dated(headerDates, s);
      default -> {
        // contacts, currency and summaries change no money
      }
    }
  }

  private static List<Reference> plus(List<Reference> references, Segment s) {
    var more = new ArrayList<>(references);
    more.add(Values.ref(s));
    return more;
  }

  private void name(Party party) {
    if (party.role().is("PE")) {
      naming = 2;
      payee = new Payee(party, Address.NONE, List.of());
    } else {
      naming = 1;
      payer = new Payee(party, Address.NONE, List.of());
    }
  }

  private void address(Segment s, boolean street) {
    var of = naming == 2 ? payee : payer;
    var address = street ? Values.n3(s, of.address()) : Values.n4(s, of.address());
    var changed = new Payee(of.party(), address, of.references());
    if (naming == 2) {
      payee = changed;
    } else {
      payer = changed;
    }
  }

  private void endLine(OpenClaim open) {
    if (line != null) {
      open.lines.add(line.close());
      line = null;
    }
  }

  private void endClaim() {
    if (claim != null) {
      endLine(claim);
      claims.add(claim.close());
      claim = null;
    }
  }

  @Override
  public Remittance end() {
    endClaim();
    return new Remittance(
        new Payment(
            handling,
            amount,
            credit,
            method,
            date,
            number,
            originator,
            division,
            headerDates,
            headerReferences),
        payer,
        payee,
        claims,
        providerAdjustments);
  }
}
