package dev.liaison.x12.eligibility;

import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Party;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 271: what one source answers one receiver.
 *
 * @param reference BHT03
 * @param at BHT04 and BHT05, null when not told
 * @param rejections AAA of the source, the receiver and their levels: nothing was answered at all
 */
public record Answer(
    String reference,
    @Nullable LocalDateTime at,
    Party source,
    Party receiver,
    List<Rejection> rejections,
    List<MemberAnswer> members) {
  public Answer {
    rejections = List.copyOf(rejections);
    members = List.copyOf(members);
  }

  /**
   * AAA: why there is no answer. A rejection is never "inactive".
   *
   * @param valid AAA01: the request was understood
   * @param reason AAA03
   * @param next AAA04: whether to correct, wait or leave it
   */
  public record Rejection(boolean valid, Code reason, Code next) {}

  /**
   * What is known of one patient.
   *
   * @param benefits each EB with all that belongs to it
   */
  public record MemberAnswer(
      Member subscriber,
      @Nullable Member dependent,
      List<Rejection> rejections,
      List<Benefit> benefits) {
    public MemberAnswer {
      rejections = List.copyOf(rejections);
      benefits = List.copyOf(benefits);
    }

    public Member patient() {
      return dependent == null ? subscriber : dependent;
    }

    /** Some plan answers that coverage is active; false for a rejection too, see there. */
    public boolean active() {
      return benefits.stream().anyMatch(Benefit::active);
    }
  }
}
