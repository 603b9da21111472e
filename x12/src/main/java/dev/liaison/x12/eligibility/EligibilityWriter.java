package dev.liaison.x12.eligibility;

import dev.liaison.x12.X12Writer;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Writing;
import java.io.IOException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Writes questions (270) and answers (271) as sets between open group envelopes. */
public final class EligibilityWriter {
  private final X12Writer writer;
  private final Writing writing;
  private final String guide;
  private int levels;

  public EligibilityWriter(X12Writer writer) {
    this(writer, "005010X279A1");
  }

  /** With the guide's suffix as the partner wants it. */
  public EligibilityWriter(X12Writer writer, String guide) {
    this.writer = writer;
    this.writing = new Writing(writer);
    this.guide = guide;
  }

  public void write(Inquiry inquiry, String setNumber) throws IOException {
    writer.set("270", setNumber, guide);
    head("13", inquiry.reference(), inquiry.at());
    int source = level(0, "20", true);
    writing.nm1(inquiry.source());
    int receiver = level(source, "21", true);
    writing.nm1(inquiry.receiver());
    for (var question : inquiry.questions()) {
      var dependent = question.dependent();
      int subscriber = level(receiver, "22", dependent != null);
      member(question.subscriber());
      if (dependent != null) {
        level(subscriber, "23", false);
        member(dependent);
      }
      if (question.when() != null) {
        writing.dtp("291", question.when());
      }
      if (!question.serviceTypes().isEmpty()) {
        writer.start("EQ").repeated(question.serviceTypes().stream().map(Code::value).toList());
        writer.end();
      }
      for (var procedure : question.procedures()) {
        writer.start("EQ").element("").composite(procedure.x12()).end();
      }
    }
    writer.closeSet();
  }

  public void write(Answer answer, String setNumber) throws IOException {
    writer.set("271", setNumber, guide);
    head("11", answer.reference(), answer.at());
    boolean any = !answer.members().isEmpty();
    boolean atReceiver = answer.receiver().isPresent();
    int source = level(0, "20", atReceiver);
    writing.nm1(answer.source());
    if (!atReceiver) {
      rejections(answer.rejections());
      writer.closeSet();
      return;
    }
    int receiver = level(source, "21", any);
    writing.nm1(answer.receiver());
    rejections(answer.rejections());
    for (var member : answer.members()) {
      var dependent = member.dependent();
      int subscriber = level(receiver, "22", dependent != null);
      if (dependent == null) {
        answered(member.subscriber(), member);
      } else {
        member(member.subscriber());
        level(subscriber, "23", false);
        answered(dependent, member);
      }
    }
    writer.closeSet();
  }

  private void head(String purpose, String reference, @Nullable LocalDateTime at)
      throws IOException {
    levels = 0;
    var when = at == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : at;
    writer.segment(
        "BHT", "0022", purpose, reference, Writing.day(when.toLocalDate()), Writing.minute(when));
  }

  private int level(int above, String kind, boolean below) throws IOException {
    levels++;
    writer.segment(
        "HL",
        Integer.toString(levels),
        above == 0 ? "" : Integer.toString(above),
        kind,
        below ? "1" : "0");
    return levels;
  }

  private void member(Member member) throws IOException {
    who(member);
    rest(member);
  }

  private void who(Member member) throws IOException {
    for (var trace : member.traces()) {
      writer.segment(
          "TRN", trace.kind().value(), trace.number(), trace.originator(), trace.division());
    }
    writing.nm1(member.name());
    writing.references(member.references());
    writing.address(member.address());
  }

  private void rest(Member member) throws IOException {
    var born = member.birthDate();
    if (born != null || member.gender().isPresent()) {
      writer.segment(
          "DMG",
          born == null ? "" : "D8",
          born == null ? "" : Writing.day(born),
          member.gender().value());
    }
    if (member.relationship().isPresent()) {
      writer.segment("INS", member.dependent() ? "N" : "Y", member.relationship().value());
    }
    for (Dated dated : member.dates()) {
      writing.dtp(dated.kind().value(), dated.period());
    }
  }

  private void answered(Member member, Answer.MemberAnswer answer) throws IOException {
    who(member);
    rejections(answer.rejections());
    rest(member);
    for (var benefit : answer.benefits()) {
      benefit(benefit);
    }
  }

  private void rejections(Iterable<Answer.Rejection> rejections) throws IOException {
    for (var rejection : rejections) {
      writer.segment(
          "AAA",
          rejection.valid() ? "Y" : "N",
          "",
          rejection.reason().value(),
          rejection.next().value());
    }
  }

  private void benefit(Benefit benefit) throws IOException {
    writer.start("EB").element(benefit.information().value()).element(benefit.level().value());
    writer.repeated(benefit.serviceTypes().stream().map(Code::value).toList());
    writer.element(benefit.insurance().value()).element(benefit.plan());
    writer.element(benefit.period().value());
    writer.element(benefit.amount() == null ? "" : benefit.amount().x12());
    writer.element(Writing.number(benefit.share()));
    writer.element(benefit.quantityKind().value()).element(Writing.number(benefit.quantity()));
    writer.element(benefit.authorizationRequired().value()).element(benefit.network().value());
    if (benefit.procedure().isPresent()) {
      writer.composite(benefit.procedure().x12());
    }
    writer.end();
    for (var delivery : benefit.deliveries()) {
      writer.segment(
          "HSD",
          delivery.quantityKind().value(),
          Writing.number(delivery.quantity()),
          delivery.unit().value(),
          Writing.number(delivery.sampling()),
          delivery.period().value(),
          Writing.number(delivery.periods()),
          delivery.days().value(),
          delivery.time().value());
    }
    writing.references(benefit.references());
    for (Dated dated : benefit.dates()) {
      writing.dtp(dated.kind().value(), dated.period());
    }
    rejections(benefit.rejections());
    for (var message : benefit.messages()) {
      writer.segment("MSG", message);
    }
    for (var detail : benefit.details()) {
      writer.segment(
          "III",
          detail.list().value(),
          detail.code().value(),
          detail.text().isEmpty() ? "" : "44",
          detail.text());
    }
    entities(benefit);
  }

  private void entities(Benefit benefit) throws IOException {
    if (benefit.entities().isEmpty()) {
      return;
    }
    writer.segment("LS", "2120");
    for (var entity : benefit.entities()) {
      writing.nm1(entity.party());
      writing.address(entity.address());
      if (!entity.contacts().isEmpty()) {
        writer.start("PER").element("IC").element("");
        for (var contact : entity.contacts().stream().limit(3).toList()) {
          writer.element(contact.substring(0, 2)).element(contact.substring(3));
        }
        writer.end();
      }
    }
    writer.segment("LE", "2120");
  }
}
