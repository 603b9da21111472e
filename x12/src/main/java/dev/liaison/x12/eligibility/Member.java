package dev.liaison.x12.eligibility;

import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber (loops 2000C, 2100C) or dependent (2000D, 2100D) in a question or an answer.
 *
 * @param dependent the patient is not the subscriber
 * @param traces TRN of the level
 * @param birthDate DMG02, null when not told
 * @param gender DMG03
 * @param relationship INS02
 */
public record Member(
    boolean dependent,
    List<Trace> traces,
    Party name,
    List<Reference> references,
    Address address,
    @Nullable LocalDate birthDate,
    Code gender,
    Code relationship,
    List<Dated> dates) {
  public Member {
    traces = List.copyOf(traces);
    references = List.copyOf(references);
    dates = List.copyOf(dates);
  }

  /**
   * TRN.
   *
   * @param kind 1 the asker's own in a question, 2 that one echoed in the answer
   * @param number the safe match of answer and question
   */
  public record Trace(Code kind, String number, String originator, String division) {}

  /** A member as a question names one. */
  public static Member of(
      boolean dependent, Trace trace, Party name, @Nullable LocalDate birthDate, String gender) {
    return new Member(
        dependent,
        List.of(trace),
        name,
        List.of(),
        Address.NONE,
        birthDate,
        Code.of(gender),
        Code.NONE,
        List.of());
  }
}
