package dev.liaison.x12.status;

import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Quantity;
import dev.liaison.x12.types.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A 277 (005010X212), which answers questions, or a 277CA (005010X214), which says claim by claim
 * whether the payer has it. GS08 and ST03 tell them apart.
 *
 * @param acknowledgment it is a 277CA
 * @param source loop 2100A
 * @param receipt loop 2200A of a 277CA
 * @param receiver loop 2100B
 * @param receiverLevel loop 2200B; a rejection here concerns every claim of the file
 */
public record StatusReport(
    boolean acknowledgment,
    String reference,
    @Nullable LocalDateTime at,
    Party source,
    LevelStatus receipt,
    Party receiver,
    LevelStatus receiverLevel,
    List<ProviderStatus> providers) {
  public StatusReport {
    providers = List.copyOf(providers);
  }

  /** What is said of a level as a whole. */
  public record LevelStatus(
      String trace,
      List<Status> statuses,
      List<Reference> references,
      List<Dated> dates,
      List<Quantity> quantities,
      List<Amount> amounts) {
    public static final LevelStatus NONE =
        new LevelStatus("", List.of(), List.of(), List.of(), List.of(), List.of());

    public LevelStatus {
      statuses = List.copyOf(statuses);
      references = List.copyOf(references);
      dates = List.copyOf(dates);
      quantities = List.copyOf(quantities);
      amounts = List.copyOf(amounts);
    }
  }

  /** Level 2000C: one provider and the claims that came from it. */
  public record ProviderStatus(Party provider, LevelStatus level, List<ClaimStatus> claims) {
    public ProviderStatus {
      claims = List.copyOf(claims);
    }
  }

  /**
   * One claim (loop 2200D or 2200E).
   *
   * @param subscriber who is insured; in a 277CA the patient
   * @param dependent the patient when not the subscriber, else null
   * @param trace TRN02: in a 277 ours echoed, in a 277CA our CLM01
   */
  public record ClaimStatus(
      Party subscriber,
      @Nullable Party dependent,
      String trace,
      List<Status> statuses,
      List<Reference> references,
      @Nullable Period when,
      List<LineStatus> lines) {
    public ClaimStatus {
      statuses = List.copyOf(statuses);
      references = List.copyOf(references);
      lines = List.copyOf(lines);
    }

    /** REF*1K: keep it, a replacement must name it. */
    public Optional<String> payerNumber() {
      return references.stream().filter(ref -> ref.is("1K")).map(Reference::value).findFirst();
    }

    /** A 277CA rejects by A3, A6, A7 or A8: the payer never had the claim. */
    public boolean rejected() {
      return statuses.stream()
          .flatMap(status -> status.reasons().stream())
          .anyMatch(reason -> reason.category().isAnyOf("A3", "A6", "A7", "A8"));
    }

    /** A 277CA accepts by A1 or A2, and nothing rejects. */
    public boolean accepted() {
      return !rejected()
          && statuses.stream()
              .flatMap(status -> status.reasons().stream())
              .anyMatch(reason -> reason.category().isAnyOf("A1", "A2"));
    }
  }

  /** Loop 2220. */
  public record LineStatus(
      Procedure procedure,
      Money charged,
      @Nullable Money paid,
      String revenueCode,
      @Nullable BigDecimal units,
      List<Status> statuses,
      String number,
      @Nullable Period when) {
    public LineStatus {
      statuses = List.copyOf(statuses);
    }
  }

  /**
   * STC.
   *
   * @param reasons up to three, the first of them the foremost
   * @param effective STC02
   * @param action STC03: WQ accepted, U rejected
   * @param charged STC04
   * @param paid STC05
   * @param paidOn STC06
   * @param check STC09
   */
  public record Status(
      List<Reason> reasons,
      @Nullable LocalDate effective,
      Code action,
      @Nullable Money charged,
      @Nullable Money paid,
      @Nullable LocalDate paidOn,
      String check,
      String message) {
    public Status {
      reasons = List.copyOf(reasons);
    }
  }

  /** C043: category (F1 paid, P3 waiting), status, and whom it concerns. */
  public record Reason(Code category, Code status, Code entity) {}
}
