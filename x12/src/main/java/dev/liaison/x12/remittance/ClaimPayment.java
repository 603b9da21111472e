package dev.liaison.x12.remittance;

import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Quantity;
import dev.liaison.x12.types.Reference;
import java.util.List;
import java.util.Optional;

/**
 * What was decided on one claim (loop 2100).
 *
 * @param claimNumber CLP01, our number for the claim, should the payer have kept it
 * @param status CLP02: 1, 2, 3 processed, 4 denied, 22 reversal and so on
 * @param charged CLP03
 * @param paid CLP04
 * @param patientOwes CLP05, zero when missing; payers do not always make it fit
 * @param filing CLP06
 * @param payerNumber CLP07, the payer's number, which a replacement must name
 * @param facility CLP08
 * @param frequency CLP09
 * @param drg CLP11
 * @param adjustments CAS of the claim, without those of its lines
 * @param parties NM1: QC patient, IL subscriber, 74 corrected, 82 rendering, TT crossover, PR payer
 * @param remarks remark codes of MIA and MOA
 * @param lines loop 2110
 * @param offset of the CLP in the file, -1 when not read from one
 */
public record ClaimPayment(
    String claimNumber,
    Code status,
    Money charged,
    Money paid,
    Money patientOwes,
    Code filing,
    String payerNumber,
    Code facility,
    Code frequency,
    Code drg,
    List<Adjustment> adjustments,
    List<Party> parties,
    List<Code> remarks,
    List<Reference> references,
    List<Dated> dates,
    List<Amount> amounts,
    List<Quantity> quantities,
    List<ServicePayment> lines,
    long offset) {
  public ClaimPayment {
    adjustments = List.copyOf(adjustments);
    parties = List.copyOf(parties);
    remarks = List.copyOf(remarks);
    references = List.copyOf(references);
    dates = List.copyOf(dates);
    amounts = List.copyOf(amounts);
    quantities = List.copyOf(quantities);
    lines = List.copyOf(lines);
  }

  /** All amounts of a reversal are negated; its correction follows and never has status 22. */
  public boolean reversal() {
    return status.is("22");
  }

  public boolean denied() {
    return status.is("4");
  }

  /** NM1 with this role: {@code QC} is the patient. */
  public Optional<Party> party(String role) {
    return parties.stream().filter(party -> party.role().is(role)).findFirst();
  }

  /** The sum of CAS on the claim and its lines. */
  public Money adjusted() {
    long sum = Adjustment.sum(adjustments);
    for (var line : lines) {
      sum = Math.addExact(sum, Adjustment.sum(line.adjustments()));
    }
    return Money.ofCents(sum);
  }
}
