package dev.liaison.x12.status;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.status.StatusInquiry.Line;
import dev.liaison.x12.status.StatusInquiry.Question;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a 276. */
public final class StatusInquiryBuilder implements SetBuilder<StatusInquiry> {
  private final Values values;
  private final List<Question> questions = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private String reference = "";
  private @Nullable LocalDateTime at;
  private Party payer = Party.NONE;
  private Party receiver = Party.NONE;
  private Party provider = Party.NONE;
  private Party subscriber = Party.NONE;
  private @Nullable Party dependent;
  private @Nullable LocalDate birthDate;
  private Code gender = Code.NONE;
  private String trace = "";
  private @Nullable Money charged;
  private @Nullable Period when;
  private String level = "";
  private boolean inClaim;
  private boolean inLine;
  private Procedure procedure = Procedure.NONE;
  private Money lineCharged = Money.ZERO;
  private @Nullable BigDecimal units;
  private @Nullable Period lineWhen;
  private String lineNumber = "";

  public StatusInquiryBuilder(Consumer<X12Error> errors) {
    this.values = new Values(errors);
  }

  @Override
  public void accept(Segment s) {
    switch (s.name()) {
      case "BHT" -> {
        reference = s.text(3);
        at = Values.bht(s);
      }
      case "HL" -> {
        endClaim();
        level = s.text(3);
        if (level.equals("22")) {
          dependent = null;
        }
      }
      case "NM1" -> name(Values.nm1(s));
      case "DMG" -> {
        var born = values.period(s, 1, 2);
        birthDate = born == null ? null : born.from();
        gender = Values.code(s, 3);
      }
      case "TRN" -> {
        endClaim();
        inClaim = true;
        trace = s.text(2);
      }
      case "REF" -> {
        if (inLine) {
          lineNumber = s.text(2);
        } else {
          references.add(Values.ref(s));
        }
      }
      case "AMT" -> charged = values.money(s, 2);
      case "DTP" -> {
        if (inLine) {
          lineWhen = values.period(s, 2, 3);
        } else {
          when = values.period(s, 2, 3);
        }
      }
      case "SVC" -> {
        endLine();
        inLine = true;
        procedure = Values.procedure(s, 1);
        lineCharged = values.money(s, 2);
        units = values.decimal(s, 7);
      }
      default -> {
        // nothing else belongs to a 276
      }
    }
  }

  private void name(Party party) {
    switch (level) {
      case "20" -> payer = party;
      case "21" -> receiver = party;
      case "19" -> provider = party;
      case "22" -> subscriber = party;
      default -> dependent = party;
    }
  }

  private void endLine() {
    if (inLine) {
      lines.add(new Line(procedure, lineCharged, units, lineWhen, lineNumber));
    }
    inLine = false;
    lineWhen = null;
    lineNumber = "";
  }

  private void endClaim() {
    endLine();
    if (inClaim) {
      questions.add(
          new Question(
              provider,
              subscriber,
              dependent,
              birthDate,
              gender,
              trace,
              references,
              charged,
              when,
              lines));
      references.clear();
      lines.clear();
      charged = null;
      when = null;
      inClaim = false;
    }
  }

  @Override
  public StatusInquiry end() {
    endClaim();
    return new StatusInquiry(reference, at, payer, receiver, questions);
  }
}
