package dev.liaison.x12.remittance;

import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Quantity;
import dev.liaison.x12.types.Reference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one service line (loop 2110).
 *
 * @param procedure SVC01, as the payer decided it
 * @param charged SVC02
 * @param paid SVC03
 * @param revenueCode SVC04
 * @param units SVC05, null when missing, which stands for one
 * @param submitted SVC06, what we had sent, where the payer bundled or changed it
 * @param submittedUnits SVC07
 * @param remarks LQ: remark codes
 */
public record ServicePayment(
    Procedure procedure,
    Money charged,
    Money paid,
    String revenueCode,
    @Nullable BigDecimal units,
    Procedure submitted,
    @Nullable BigDecimal submittedUnits,
    List<Adjustment> adjustments,
    List<Dated> dates,
    List<Reference> references,
    List<Amount> amounts,
    List<Quantity> quantities,
    List<Code> remarks) {
  public ServicePayment {
    adjustments = List.copyOf(adjustments);
    dates = List.copyOf(dates);
    references = List.copyOf(references);
    amounts = List.copyOf(amounts);
    quantities = List.copyOf(quantities);
    remarks = List.copyOf(remarks);
  }

  /** REF*6R, the line's number that we had sent: the surest way to match. */
  public Optional<String> lineControlNumber() {
    return references.stream().filter(ref -> ref.is("6R")).map(Reference::value).findFirst();
  }
}
