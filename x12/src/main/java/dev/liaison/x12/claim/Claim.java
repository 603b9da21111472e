package dev.liaison.x12.claim;

import dev.liaison.x12.remittance.Adjustment;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One claim (loop 2300) with the levels it hangs from.
 *
 * @param billing levels 2000A, 2010AA, 2010AB
 * @param subscriber levels 2000B, 2010BA, 2010BB
 * @param patient levels 2000C, 2010CA; null when the subscriber is the patient
 * @param number CLM01, ours, which the payer returns
 * @param charge CLM02
 * @param facility CLM05-1: place of service, or the first two of the bill type
 * @param frequency CLM05-3: 1 original, 7 replacement, 8 void
 * @param signature CLM06
 * @param assignment CLM07
 * @param benefits CLM08
 * @param release CLM09
 * @param causes CLM11: AA automobile, EM employment, OA other accident
 * @param admission CL1: priority, point of origin, patient status; three codes, none empty list
 * @param codes HI in their order: diagnoses, procedures, occurrences, values, conditions
 * @param notes NTE, as kind and text
 * @param providers loops 2310
 * @param others loops 2320, what other payers pay
 * @param offset of the CLM in the file, -1 when not read from one
 */
public record Claim(
    BillingProvider billing,
    Subscriber subscriber,
    @Nullable Patient patient,
    String number,
    Money charge,
    Code facility,
    Code frequency,
    Code signature,
    Code assignment,
    Code benefits,
    Code release,
    List<Code> causes,
    List<Code> admission,
    List<Dated> dates,
    List<Amount> amounts,
    List<Reference> references,
    List<Note> notes,
    List<HealthCode> codes,
    List<Provider> providers,
    List<OtherPayer> others,
    List<Line> lines,
    long offset) {
  public Claim {
    causes = List.copyOf(causes);
    admission = List.copyOf(admission);
    dates = List.copyOf(dates);
    amounts = List.copyOf(amounts);
    references = List.copyOf(references);
    notes = List.copyOf(notes);
    codes = List.copyOf(codes);
    providers = List.copyOf(providers);
    others = List.copyOf(others);
    lines = List.copyOf(lines);
  }

  /** Diagnoses in the order that pointers count: HI of kinds ABK, ABF and their ICD-9 forms. */
  public List<HealthCode> diagnoses() {
    return codes.stream().filter(code -> code.kind().isAnyOf("ABK", "BK", "ABF", "BF")).toList();
  }

  public Optional<String> reference(String kind) {
    return references.stream().filter(ref -> ref.is(kind)).map(Reference::value).findFirst();
  }

  /** Level 2000A with its names. */
  public record BillingProvider(
      Party name,
      Address address,
      String taxonomy,
      List<Reference> references,
      String contactName,
      List<String> contacts,
      Address payTo) {
    public static final BillingProvider NONE =
        new BillingProvider(Party.NONE, Address.NONE, "", List.of(), "", List.of(), Address.NONE);

    public BillingProvider {
      references = List.copyOf(references);
      contacts = List.copyOf(contacts);
    }
  }

  /**
   * Level 2000B.
   *
   * @param turn SBR01: P, S, T
   * @param relationship SBR02: 18 when the subscriber is the patient
   * @param group SBR03
   * @param groupName SBR04
   * @param filing SBR09
   */
  public record Subscriber(
      Code turn,
      Code relationship,
      String group,
      String groupName,
      Code insurance,
      Code filing,
      Party name,
      Address address,
      @Nullable LocalDate birthDate,
      Code gender,
      List<Reference> references,
      Party payer,
      Address payerAddress,
      List<Reference> payerReferences) {
    public Subscriber {
      references = List.copyOf(references);
      payerReferences = List.copyOf(payerReferences);
    }
  }

  /** Level 2000C; {@code relationship} is PAT01. */
  public record Patient(
      Code relationship,
      Party name,
      Address address,
      @Nullable LocalDate birthDate,
      Code gender,
      List<Reference> references) {
    public Patient {
      references = List.copyOf(references);
    }
  }

  /** One composite of an HI. */
  public record HealthCode(Code kind, String code, @Nullable Period when, @Nullable Money amount) {
    public static HealthCode of(String kind, String code) {
      return new HealthCode(Code.of(kind), code, null, null);
    }
  }

  /** NTE. */
  public record Note(Code kind, String text) {}

  /** NM1 of loops 2310 or 2420 with what follows it. */
  public record Provider(Party name, String taxonomy, Address address, List<Reference> references) {
    public Provider {
      references = List.copyOf(references);
    }
  }

  /**
   * Loop 2320: another payer of the same claim, and what it decided.
   *
   * @param paid AMT*D, null when it has not decided yet
   * @param decided DTP*573
   */
  public record OtherPayer(
      Code turn,
      Code relationship,
      String group,
      String groupName,
      Code insurance,
      Code filing,
      List<Adjustment> adjustments,
      @Nullable Money paid,
      List<Amount> amounts,
      Code benefits,
      Code signature,
      Code release,
      Party subscriber,
      Address subscriberAddress,
      Party payer,
      Address payerAddress,
      @Nullable LocalDate decided,
      List<Reference> references) {
    public OtherPayer {
      adjustments = List.copyOf(adjustments);
      amounts = List.copyOf(amounts);
      references = List.copyOf(references);
    }
  }

  /**
   * Loop 2400.
   *
   * @param number LX01
   * @param procedure SV101, SV202 or SV301
   * @param revenueCode SV201, institutional only
   * @param unit UN or MJ
   * @param place SV105 or SV303
   * @param pointers SV107 or SV311: which diagnoses, from 1
   * @param teeth TOO, dental only, tooth and surfaces
   * @param drug LIN03, empty when none; with quantity and unit of CTP
   */
  public record Line(
      int number,
      Procedure procedure,
      String revenueCode,
      Money charge,
      Code unit,
      @Nullable BigDecimal units,
      Code place,
      List<Integer> pointers,
      List<Tooth> teeth,
      List<Dated> dates,
      List<Amount> amounts,
      List<Reference> references,
      List<Note> notes,
      @Nullable Drug drug,
      List<Provider> providers,
      List<Adjudication> adjudications) {
    public Line {
      pointers = List.copyOf(pointers);
      teeth = List.copyOf(teeth);
      dates = List.copyOf(dates);
      amounts = List.copyOf(amounts);
      references = List.copyOf(references);
      notes = List.copyOf(notes);
      providers = List.copyOf(providers);
      adjudications = List.copyOf(adjudications);
    }
  }

  /** TOO. */
  public record Tooth(String number, List<String> surfaces) {
    public Tooth {
      surfaces = List.copyOf(surfaces);
    }
  }

  /** Loop 2410: LIN and CTP. */
  public record Drug(Code list, String code, @Nullable BigDecimal quantity, Code unit) {}

  /** Loop 2430: what another payer, named by its number, decided on this line. */
  public record Adjudication(
      String payer,
      Money paid,
      Procedure procedure,
      String revenueCode,
      @Nullable BigDecimal units,
      List<Adjustment> adjustments,
      @Nullable LocalDate decided) {
    public Adjudication {
      adjustments = List.copyOf(adjustments);
    }
  }
}
