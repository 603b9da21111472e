package dev.liaison.x12.status;

import dev.liaison.x12.X12Writer;
import dev.liaison.x12.status.StatusReport.ClaimStatus;
import dev.liaison.x12.status.StatusReport.LevelStatus;
import dev.liaison.x12.status.StatusReport.Reason;
import dev.liaison.x12.status.StatusReport.Status;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Writing;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes 276, 277 and 277CA sets between open group envelopes. */
public final class StatusWriter {
  private final X12Writer writer;
  private final Writing writing;
  private int levels;

  public StatusWriter(X12Writer writer) {
    this.writer = writer;
    this.writing = new Writing(writer);
  }

  public void write(StatusInquiry inquiry, String setNumber) throws IOException {
    writer.set("276", setNumber, "005010X212");
    head("0010", "13", inquiry.reference(), inquiry.at(), "");
    int payer = level(0, "20", "1");
    writing.nm1(inquiry.payer());
    int receiver = level(payer, "21", "1");
    writing.nm1(inquiry.receiver());
    Party provider = null;
    Party subscriber = null;
    int atProvider = 0;
    int atSubscriber = 0;
    for (var question : inquiry.questions()) {
      if (!question.provider().equals(provider)) {
        provider = question.provider();
        subscriber = null;
        atProvider = level(receiver, "19", "1");
        writing.nm1(provider);
      }
      var dependent = question.dependent();
      if (dependent == null || !question.subscriber().equals(subscriber)) {
        atSubscriber = level(atProvider, "22", dependent == null ? "0" : "1");
        subscriber = dependent == null ? null : question.subscriber();
        if (dependent == null) {
          demographics(question);
        }
        writing.nm1(question.subscriber());
      }
      if (dependent != null) {
        level(atSubscriber, "23", "");
        demographics(question);
        writing.nm1(dependent);
      }
      question(question);
    }
    writer.closeSet();
  }

  private void demographics(StatusInquiry.Question question) throws IOException {
    var born = question.birthDate();
    if (born != null) {
      writer.segment("DMG", "D8", Writing.day(born), question.gender().value());
    }
  }

  private void question(StatusInquiry.Question question) throws IOException {
    writer.segment("TRN", "1", question.trace());
    writing.references(question.references());
    var charged = question.charged();
    if (charged != null) {
      writer.segment("AMT", "T3", charged.x12());
    }
    var when = question.when();
    if (when != null) {
      writing.dtp("472", when);
    }
    for (var line : question.lines()) {
      writer.start("SVC").composite(line.procedure().x12()).element(line.charged().x12());
      writer.element("").element("").element("").element("");
      writer.element(Writing.number(line.units())).end();
      if (!line.number().isEmpty()) {
        writer.segment("REF", "FJ", line.number());
      }
      var lineWhen = line.when();
      if (lineWhen != null) {
        writing.dtp("472", lineWhen);
      }
    }
  }

  public void write(StatusReport report, String setNumber) throws IOException {
    boolean ca = report.acknowledgment();
    writer.set("277", setNumber, ca ? "005010X214" : "005010X212");
    head(ca ? "0085" : "0010", "08", report.reference(), report.at(), ca ? "TH" : "DG");
    int source = level(0, "20", "1");
    writing.nm1(report.source());
    level(report.receipt(), "1");
    int receiver = level(source, "21", report.providers().isEmpty() ? "0" : "1");
    writing.nm1(report.receiver());
    level(report.receiverLevel(), "2");
    for (var provider : report.providers()) {
      int atProvider = level(receiver, "19", provider.claims().isEmpty() ? "0" : "1");
      writing.nm1(provider.provider());
      level(provider.level(), "1");
      Party subscriber = null;
      int atSubscriber = 0;
      for (var claim : provider.claims()) {
        var dependent = claim.dependent();
        if (dependent == null || !claim.subscriber().equals(subscriber)) {
          atSubscriber =
              level(atProvider, ca ? "PT" : "22", ca ? "" : dependent == null ? "0" : "1");
          subscriber = dependent == null ? null : claim.subscriber();
          writing.nm1(claim.subscriber());
        }
        if (dependent != null) {
          level(atSubscriber, "23", "");
          writing.nm1(dependent);
        }
        claim(claim, ca);
      }
    }
    writer.closeSet();
  }

  private void claim(ClaimStatus claim, boolean ca) throws IOException {
    writer.segment("TRN", "2", claim.trace());
    statuses(claim.statuses());
    writing.references(claim.references());
    var when = claim.when();
    if (when != null) {
      writing.dtp("472", when);
    }
    for (var line : claim.lines()) {
      var paid = line.paid();
      writer.start("SVC").composite(line.procedure().x12()).element(line.charged().x12());
      writer.element(paid == null ? "" : paid.x12()).element(line.revenueCode());
      writer.element("").element("").element(Writing.number(line.units())).end();
      statuses(line.statuses());
      if (!line.number().isEmpty()) {
        writer.segment("REF", "FJ", line.number());
      }
      var lineWhen = line.when();
      if (lineWhen != null) {
        writing.dtp("472", lineWhen);
      }
    }
  }

  private void level(LevelStatus level, String traceKind) throws IOException {
    if (level.equals(LevelStatus.NONE)) {
      return;
    }
    if (!level.trace().isEmpty()) {
      writer.segment("TRN", traceKind, level.trace());
    }
    statuses(level.statuses());
    writing.references(level.references());
    for (var dated : level.dates()) {
      writing.dtp(dated.kind().value(), dated.period());
    }
    for (var quantity : level.quantities()) {
      writer.segment("QTY", quantity.kind().value(), Writing.number(quantity.number()));
    }
    for (var amount : level.amounts()) {
      writer.segment("AMT", amount.kind().value(), amount.money().x12());
    }
  }

  private void statuses(List<Status> statuses) throws IOException {
    for (var status : statuses) {
      var charged = status.charged();
      var paid = status.paid();
      writer.start("STC");
      reason(status.reasons().isEmpty() ? null : status.reasons().getFirst());
      writer.element(Writing.day(status.effective())).element(status.action().value());
      writer.element(charged == null ? "" : charged.x12());
      writer.element(paid == null ? "" : paid.x12()).element(Writing.day(status.paidOn()));
      writer.element("").element("").element(status.check());
      reason(status.reasons().size() > 1 ? status.reasons().get(1) : null);
      reason(status.reasons().size() > 2 ? status.reasons().get(2) : null);
      writer.element(status.message()).end();
    }
  }

  private void reason(@Nullable Reason reason) throws IOException {
    if (reason == null) {
      writer.element("");
    } else {
      writer.composite(reason.category().value(), reason.status().value(), reason.entity().value());
    }
  }

  private void head(
      String hierarchy, String purpose, String reference, @Nullable LocalDateTime at, String type)
      throws IOException {
    levels = 0;
    var when = at == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : at;
    writer.segment(
        "BHT",
        hierarchy,
        purpose,
        reference,
        Writing.day(when.toLocalDate()),
        Writing.minute(when),
        type);
  }

  private int level(int above, String kind, String below) throws IOException {
    levels++;
    writer.segment(
        "HL", Integer.toString(levels), above == 0 ? "" : Integer.toString(above), kind, below);
    return levels;
  }
}
