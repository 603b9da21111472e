package dev.liaison.x12.eligibility;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.eligibility.Inquiry.Question;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Values;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a 270. */
public final class InquiryBuilder implements SetBuilder<Inquiry> {
  private final Values values;
  private final List<Question> questions = new ArrayList<>();
  private final List<Code> serviceTypes = new ArrayList<>();
  private final List<Procedure> procedures = new ArrayList<>();
  private String reference = "";
  private @Nullable LocalDateTime at;
  private Party source = Party.NONE;
  private Party receiver = Party.NONE;
  private @Nullable MemberBuilder subscriber;
  private @Nullable MemberBuilder dependent;
  private @Nullable Period when;
  private String level = "";
  private boolean asked;

  public InquiryBuilder(Consumer<X12Error> errors) {
    this.values = new Values(errors);
  }

  @Override
  public void accept(Segment s) {
    switch (s.name()) {
      case "BHT" -> {
        reference = s.text(3);
        at = Values.bht(s);
      }
      case "HL" -> level(s.text(3));
      case "EQ" -> {
        asked = true;
        for (var type : s.repeats(1)) {
          serviceTypes.add(Code.of(type));
        }
        if (s.has(2)) {
          procedures.add(Values.procedure(s, 2));
        }
      }
      default -> {
        if (s.is("DTP") && (s.equals(1, "291") || s.equals(1, "307") || s.equals(1, "472"))) {
          when = values.period(s, 2, 3);
        } else if (level.equals("20") && s.is("NM1")) {
          source = Values.nm1(s);
        } else if (level.equals("21") && s.is("NM1")) {
          receiver = Values.nm1(s);
        } else if (!asked && dependent != null) {
          dependent.accept(s);
        } else if (!asked && subscriber != null) {
          subscriber.accept(s);
        }
      }
    }
  }

  private void level(String next) {
    level = next;
    if (next.equals("23") && subscriber != null) {
      close(dependent != null || asked);
      dependent = new MemberBuilder(true, values);
    } else {
      close(true);
      dependent = null;
      subscriber = next.equals("22") ? new MemberBuilder(false, values) : null;
    }
  }

  /** A subscriber who only carries dependents is no question himself. */
  private void close(boolean whole) {
    if (whole && subscriber != null) {
      questions.add(
          new Question(
              subscriber.end(),
              dependent == null ? null : dependent.end(),
              serviceTypes,
              procedures,
              when));
      serviceTypes.clear();
      procedures.clear();
      when = null;
      asked = false;
    }
  }

  @Override
  public Inquiry end() {
    close(true);
    return new Inquiry(reference, at, source, receiver, questions);
  }
}
