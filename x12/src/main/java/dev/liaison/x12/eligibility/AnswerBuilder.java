package dev.liaison.x12.eligibility;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.eligibility.Answer.MemberAnswer;
import dev.liaison.x12.eligibility.Answer.Rejection;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Values;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a 271. */
public final class AnswerBuilder implements SetBuilder<Answer> {
  private static final int EB = Segment.id("EB");
  private static final int HL = Segment.id("HL");
  private static final int AAA = Segment.id("AAA");

  private final Values values;
  private final List<MemberAnswer> members = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<Rejection> memberRejections = new ArrayList<>();
  private final List<Benefit> benefits = new ArrayList<>();
  private String reference = "";
  private @Nullable LocalDateTime at;
  private Party source = Party.NONE;
  private Party receiver = Party.NONE;
  private @Nullable MemberBuilder subscriber;
  private @Nullable MemberBuilder dependent;
  private @Nullable BenefitBuilder benefit;
  private String level = "";

  public AnswerBuilder(Consumer<X12Error> errors) {
    this.values = new Values(errors);
  }

  @Override
  public void accept(Segment s) {
    int id = s.id();
    if (id == EB && subscriber != null) {
      endBenefit();
      benefit = new BenefitBuilder(s, values);
    } else if (id == HL) {
      level(s.text(3));
    } else if (benefit != null) {
      benefit.accept(s);
    } else if (id == AAA) {
      (subscriber == null ? rejections : memberRejections).add(rejection(s));
    } else if (dependent != null) {
      dependent.accept(s);
    } else if (subscriber != null) {
      subscriber.accept(s);
    } else if (s.is("BHT")) {
      reference = s.text(3);
      at = Values.bht(s);
    } else if (s.is("NM1")) {
      if (level.equals("21")) {
        receiver = Values.nm1(s);
      } else {
        source = Values.nm1(s);
      }
    }
  }

  static Rejection rejection(Segment s) {
    return new Rejection(s.equals(1, "Y"), Values.code(s, 3), Values.code(s, 4));
  }

  private void level(String next) {
    endBenefit();
    level = next;
    if (next.equals("23") && subscriber != null) {
      // A subscriber without benefits or rejections only carries the dependent.
      close(dependent != null || !benefits.isEmpty() || !memberRejections.isEmpty());
      dependent = new MemberBuilder(true, values);
    } else {
      close(true);
      dependent = null;
      subscriber = next.equals("22") ? new MemberBuilder(false, values) : null;
    }
  }

  private void endBenefit() {
    if (benefit != null) {
      benefits.add(benefit.end());
      benefit = null;
    }
  }

  private void close(boolean whole) {
    if (whole && subscriber != null) {
      members.add(
          new MemberAnswer(
              subscriber.end(),
              dependent == null ? null : dependent.end(),
              memberRejections,
              benefits));
      memberRejections.clear();
      benefits.clear();
    }
  }

  @Override
  public Answer end() {
    endBenefit();
    close(true);
    return new Answer(reference, at, source, receiver, rejections, members);
  }
}
