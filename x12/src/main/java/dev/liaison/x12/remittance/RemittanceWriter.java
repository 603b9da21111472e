package dev.liaison.x12.remittance;

import dev.liaison.x12.X12Writer;
import dev.liaison.x12.remittance.Remittance.Payee;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Quantity;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Writing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a remittance as an 835 set; the payer's side of the wire. */
public final class RemittanceWriter {
  private final X12Writer writer;

  public RemittanceWriter(X12Writer writer) {
    this.writer = writer;
  }

  /**
   * Writes one set between open group envelopes.
   *
   * @throws IllegalArgumentException when the remittance does not balance: nobody could post it
   */
  public void write(Remittance remittance, String setNumber) throws IOException {
    var imbalances = remittance.imbalances();
    if (!imbalances.isEmpty()) {
      throw new IllegalArgumentException("Does not balance: " + imbalances.getFirst());
    }
    writer.set("835", setNumber, "");
    header(remittance);
    int number = 1;
    if (!remittance.claims().isEmpty()) {
      writer.segment("LX", Integer.toString(number));
    }
    for (var claim : remittance.claims()) {
      claim(claim);
    }
    for (var adjustment : remittance.adjustments()) {
      writer.start("PLB").element(adjustment.provider()).element(day(adjustment.fiscalPeriod()));
      writer.composite(adjustment.reason().value(), adjustment.reference());
      writer.element(adjustment.amount().x12()).end();
    }
    writer.closeSet();
  }

  private void header(Remittance remittance) throws IOException {
    var payment = remittance.payment();
    writer.start("BPR").element(payment.handling().value()).element(payment.amount().x12());
    writer.element(payment.credit() ? "C" : "D").element(payment.method().value());
    for (int i = 5; i < 16; i++) {
      writer.element("");
    }
    writer.element(day(payment.date())).end();
    writer.segment(
        "TRN", "1", payment.number(), payment.originator(), payment.originatorDivision());
    references(payment.references());
    dates(payment.dates());
    payee(remittance.payer(), "PR");
    writer.segment("PER", "BL", "EDI");
    payee(remittance.payee(), "PE");
  }

  private void payee(Payee payee, String role) throws IOException {
    var party = payee.party();
    writer.segment("N1", role, party.name(), party.qualifier().value(), party.id());
    new Writing(writer).address(payee.address());
    references(payee.references());
  }

  private void claim(ClaimPayment claim) throws IOException {
    writer.segment(
        "CLP",
        claim.claimNumber(),
        claim.status().value(),
        claim.charged().x12(),
        claim.paid().x12(),
        claim.patientOwes().cents() == 0 ? "" : claim.patientOwes().x12(),
        claim.filing().value(),
        claim.payerNumber(),
        claim.facility().value(),
        claim.frequency().value(),
        "",
        claim.drg().value());
    adjustments(claim.adjustments());
    for (var party : claim.parties()) {
      party(party);
    }
    if (!claim.remarks().isEmpty()) {
      writer.start("MOA").element("").element("");
      for (var remark : claim.remarks().stream().limit(5).toList()) {
        writer.element(remark.value());
      }
      writer.end();
    }
    references(claim.references());
    dates(claim.dates());
    amounts(claim.amounts());
    quantities(claim.quantities());
    for (var line : claim.lines()) {
      line(line);
    }
  }

  private void line(ServicePayment line) throws IOException {
    writer.start("SVC").composite(line.procedure().x12()).element(line.charged().x12());
    writer.element(line.paid().x12()).element(line.revenueCode()).element(number(line.units()));
    writer.composite(line.submitted().isPresent() ? line.submitted().x12() : new String[0]);
    writer.element(number(line.submittedUnits())).end();
    dates(line.dates());
    adjustments(line.adjustments());
    references(line.references());
    amounts(line.amounts());
    quantities(line.quantities());
    for (var remark : line.remarks()) {
      writer.segment("LQ", "HE", remark.value());
    }
  }

  /** Reasons of one group stand in one CAS, up to six, in the order given. */
  private void adjustments(List<Adjustment> adjustments) throws IOException {
    int i = 0;
    while (i < adjustments.size()) {
      var group = adjustments.get(i).group();
      writer.start("CAS").element(group.value());
      for (int n = 0;
          n < 6 && i < adjustments.size() && adjustments.get(i).group().equals(group);
          n++) {
        var adjustment = adjustments.get(i++);
        writer.element(adjustment.reason().value()).element(adjustment.amount().x12());
        writer.element(number(adjustment.quantity()));
      }
      writer.end();
    }
  }

  private void party(Party party) throws IOException {
    writer.segment(
        "NM1",
        party.role().value(),
        party.person() ? "1" : "2",
        party.name(),
        party.first(),
        party.middle(),
        "",
        party.suffix(),
        party.qualifier().value(),
        party.id());
  }

  private void references(List<Reference> references) throws IOException {
    for (var reference : references) {
      writer.segment("REF", reference.kind().value(), reference.value(), reference.description());
    }
  }

  private void dates(List<Dated> dates) throws IOException {
    for (var dated : dates) {
      writer.segment("DTM", dated.kind().value(), Period.x12(dated.period().from()));
    }
  }

  private void amounts(List<Amount> amounts) throws IOException {
    for (var amount : amounts) {
      writer.segment("AMT", amount.kind().value(), amount.money().x12());
    }
  }

  private void quantities(List<Quantity> quantities) throws IOException {
    for (var quantity : quantities) {
      writer.segment("QTY", quantity.kind().value(), quantity.number().toPlainString());
    }
  }

  private static String day(java.time.@Nullable LocalDate day) {
    return day == null ? "" : Period.x12(day);
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
