package dev.liaison.x12.remittance;

import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment with what it pays: a whole 835 (005010X221A1).
 *
 * @param payment BPR and TRN
 * @param payer loop 1000A
 * @param payee loop 1000B
 * @param claims loop 2100, in the order of the file
 * @param adjustments PLB, one for each pair, in the order of the file
 */
public record Remittance(
    Payment payment,
    Payee payer,
    Payee payee,
    List<ClaimPayment> claims,
    List<ProviderAdjustment> adjustments) {
  public Remittance {
    claims = List.copyOf(claims);
    adjustments = List.copyOf(adjustments);
  }

  /**
   * BPR and TRN. A payment is the same payment when originator, number, date and amount are.
   *
   * @param handling BPR01: C, D, H, I, P, U, X
   * @param amount BPR02
   * @param credit BPR03 is C
   * @param method BPR04: ACH, CHK, FWT, BOP, NON
   * @param date BPR16, null when missing
   * @param number TRN02, check or transfer number
   * @param originator TRN03, the payer's tax number behind a 1
   * @param originatorDivision TRN04
   * @param dates DTM of the header
   * @param references REF of the header
   */
  public record Payment(
      Code handling,
      Money amount,
      boolean credit,
      Code method,
      @Nullable LocalDate date,
      String number,
      String originator,
      String originatorDivision,
      List<Dated> dates,
      List<Reference> references) {
    public Payment {
      dates = List.copyOf(dates);
      references = List.copyOf(references);
    }
  }

  /** Payer (1000A) or payee (1000B). */
  public record Payee(Party party, Address address, List<Reference> references) {
    public static final Payee NONE = new Payee(Party.NONE, Address.NONE, List.of());

    public Payee {
      references = List.copyOf(references);
    }
  }

  /**
   * One pair of a PLB.
   *
   * @param provider PLB01
   * @param fiscalPeriod PLB02, the last day of the provider's year
   * @param reason first component: WO, FB, 72, L6 and so on
   * @param reference second component
   * @param amount positive lowers the payment, negative raises it
   */
  public record ProviderAdjustment(
      String provider,
      @Nullable LocalDate fiscalPeriod,
      Code reason,
      String reference,
      Money amount) {}

  /** Sums that do not fit, empty when the payment balances (1.10.2 of the guide). */
  public List<Imbalance> imbalances() {
    return Balance.of(this);
  }
}
