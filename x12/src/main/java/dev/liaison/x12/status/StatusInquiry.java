package dev.liaison.x12.status;

import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 276.
 *
 * @param payer loop 2100A
 * @param receiver loop 2100B, who asks
 */
public record StatusInquiry(
    String reference,
    @Nullable LocalDateTime at,
    Party payer,
    Party receiver,
    List<Question> questions) {
  public StatusInquiry {
    questions = List.copyOf(questions);
  }

  /**
   * What is asked about one claim (loop 2200D or 2200E).
   *
   * @param provider loop 2100C
   * @param subscriber loop 2100D
   * @param dependent loop 2100E when the patient is not the subscriber, else null
   * @param birthDate of the patient
   * @param trace TRN02, the safe match of the answer
   * @param references 1K payer's number, EJ patient account and so on
   * @param charged AMT*T3
   * @param when DTP*472
   */
  public record Question(
      Party provider,
      Party subscriber,
      @Nullable Party dependent,
      @Nullable LocalDate birthDate,
      Code gender,
      String trace,
      List<Reference> references,
      @Nullable Money charged,
      @Nullable Period when,
      List<Line> lines) {
    public Question {
      references = List.copyOf(references);
      lines = List.copyOf(lines);
    }
  }

  /** Loop 2210. */
  public record Line(
      Procedure procedure,
      Money charged,
      @Nullable BigDecimal units,
      @Nullable Period when,
      String number) {}
}
