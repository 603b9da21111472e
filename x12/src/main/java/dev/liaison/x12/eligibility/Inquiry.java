package dev.liaison.x12.eligibility;

import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 270: one source asked by one receiver about members.
 *
 * @param reference BHT03, empty when not told
 * @param at BHT04 and BHT05, null when not told
 * @param source loop 2100A, the payer
 * @param receiver loop 2100B, the provider
 */
public record Inquiry(
    String reference,
    @Nullable LocalDateTime at,
    Party source,
    Party receiver,
    List<Question> questions) {
  public Inquiry {
    questions = List.copyOf(questions);
  }

  /**
   * What is asked about one patient.
   *
   * @param subscriber loop 2000C
   * @param dependent loop 2000D when the patient is not the subscriber, else null
   * @param serviceTypes EQ01; {@code 30} asks for the plan as a whole
   * @param procedures EQ02
   * @param when DTP*291: the day of the appointment, null for today
   */
  public record Question(
      Member subscriber,
      @Nullable Member dependent,
      List<Code> serviceTypes,
      List<Procedure> procedures,
      @Nullable Period when) {
    public Question {
      serviceTypes = List.copyOf(serviceTypes);
      procedures = List.copyOf(procedures);
    }

    public Member patient() {
      return dependent == null ? subscriber : dependent;
    }
  }
}
