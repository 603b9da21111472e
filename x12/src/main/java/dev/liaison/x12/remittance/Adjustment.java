package dev.liaison.x12.remittance;

import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a CAS, of the up to six that it has.
 *
 * @param group CAS01: CO, PR, OA, PI
 * @param reason CARC
 * @param amount positive lowers the payment, negative raises it; a sign is never turned
 * @param quantity units, null when not told
 */
public record Adjustment(Code group, Code reason, Money amount, @Nullable BigDecimal quantity) {
  static long sum(List<Adjustment> adjustments) {
    long sum = 0;
    for (var adjustment : adjustments) {
      sum = Math.addExact(sum, adjustment.amount().cents());
    }
    return sum;
  }
}
