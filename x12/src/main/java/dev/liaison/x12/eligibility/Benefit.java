package dev.liaison.x12.eligibility;

import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One EB (loop 2110C or 2110D) with everything that qualifies it. The same deductible may come once
 * for the year and once for what remains: never add up, choose by {@link #period}.
 *
 * @param information EB01: 1 active, 6 inactive, A coinsurance, B copayment, C deductible
 * @param level EB02: IND, FAM and so on
 * @param serviceTypes EB03
 * @param insurance EB04
 * @param plan EB05
 * @param period EB06: 23 calendar year, 29 remaining, 27 visit
 * @param amount EB07, null when there is none
 * @param share EB08, a fraction: .2 is twenty percent; null when there is none
 * @param quantityKind EB09
 * @param quantity EB10
 * @param authorizationRequired EB11: Y, N, U unknown
 * @param network EB12: Y in, N out, W does not matter
 * @param procedure EB13
 * @param deliveries HSD
 * @param details III, of which facilities and diagnoses this holds
 * @param messages MSG
 * @param entities loop 2120: other payers, primary care providers, contacts
 */
public record Benefit(
    Code information,
    Code level,
    List<Code> serviceTypes,
    Code insurance,
    String plan,
    Code period,
    @Nullable Money amount,
    @Nullable BigDecimal share,
    Code quantityKind,
    @Nullable BigDecimal quantity,
    Code authorizationRequired,
    Code network,
    Procedure procedure,
    List<Delivery> deliveries,
    List<Reference> references,
    List<Dated> dates,
    List<Answer.Rejection> rejections,
    List<String> messages,
    List<Detail> details,
    List<Entity> entities) {
  public Benefit {
    serviceTypes = List.copyOf(serviceTypes);
    deliveries = List.copyOf(deliveries);
    references = List.copyOf(references);
    dates = List.copyOf(dates);
    rejections = List.copyOf(rejections);
    messages = List.copyOf(messages);
    details = List.copyOf(details);
    entities = List.copyOf(entities);
  }

  /** HSD: how often and how long. */
  public record Delivery(
      Code quantityKind,
      @Nullable BigDecimal quantity,
      Code unit,
      @Nullable BigDecimal sampling,
      Code period,
      @Nullable BigDecimal periods,
      Code days,
      Code time) {}

  /** III: a facility, diagnosis or other condition under which the benefit holds. */
  public record Detail(Code list, Code code, String text) {}

  /** Loop 2120. */
  public record Entity(Party party, Address address, List<String> contacts) {
    public Entity {
      contacts = List.copyOf(contacts);
    }
  }

  /** EB01 is one of the five kinds of active coverage. */
  public boolean active() {
    return information.isAnyOf("1", "2", "3", "4", "5");
  }

  public boolean covers(String serviceType) {
    return serviceTypes.stream().anyMatch(code -> code.is(serviceType));
  }
}
