package dev.liaison.x12.claim;

import dev.liaison.x12.X12Writer;
import dev.liaison.x12.claim.Claim.BillingProvider;
import dev.liaison.x12.claim.Claim.HealthCode;
import dev.liaison.x12.claim.Claim.Line;
import dev.liaison.x12.claim.Claim.OtherPayer;
import dev.liaison.x12.claim.Claim.Patient;
import dev.liaison.x12.claim.Claim.Provider;
import dev.liaison.x12.claim.Claim.Subscriber;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Writing;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes claims as 837 sets between open group envelopes. Claims that follow each other with the
 * same billing provider, subscriber and patient share those levels.
 */
public final class ClaimWriter {
  private final X12Writer writer;
  private final Writing writing;
  private int levels;

  public ClaimWriter(X12Writer writer) {
    this.writer = writer;
    this.writing = new Writing(writer);
  }

  public void write(ClaimBatch batch, String setNumber) throws IOException {
    write(batch, setNumber, batch.kind().guide());
  }

  /**
   * The same, with the guide's suffix as the payer wants it.
   *
   * @throws IllegalArgumentException when the lines of a claim do not add up to its charge
   */
  public void write(ClaimBatch batch, String setNumber, String guide) throws IOException {
    for (var claim : batch.claims()) {
      var imbalances = ClaimBalance.of(claim);
      if (!imbalances.isEmpty()) {
        throw new IllegalArgumentException("Does not balance: " + imbalances.getFirst());
      }
    }
    writer.set("837", setNumber, guide);
    head(batch);
    BillingProvider billing = null;
    Subscriber subscriber = null;
    Patient patient = null;
    int atBilling = 0;
    int atSubscriber = 0;
    for (int i = 0; i < batch.claims().size(); i++) {
      var claim = batch.claims().get(i);
      if (!claim.billing().equals(billing)) {
        billing = claim.billing();
        subscriber = null;
        atBilling = level(0, "20", true);
        billing(billing, batch.kind());
      }
      if (!claim.subscriber().equals(subscriber)) {
        subscriber = claim.subscriber();
        patient = null;
        atSubscriber = level(atBilling, "22", dependents(batch.claims(), i));
        subscriber(subscriber);
      }
      var of = claim.patient();
      if (of != null && !of.equals(patient)) {
        patient = of;
        level(atSubscriber, "23", false);
        patient(patient);
      }
      claim(claim, batch.kind());
    }
    writer.closeSet();
  }

  /** Whether claims of this subscriber, from here on, are for somebody else. */
  private static boolean dependents(List<Claim> claims, int from) {
    var first = claims.get(from);
    for (int i = from; i < claims.size(); i++) {
      var claim = claims.get(i);
      if (!claim.subscriber().equals(first.subscriber())
          || !claim.billing().equals(first.billing())) {
        return false;
      }
      if (claim.patient() != null) {
        return true;
      }
    }
    return false;
  }

  private void head(ClaimBatch batch) throws IOException {
    levels = 0;
    var at = batch.at() == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : batch.at();
    writer.segment(
        "BHT",
        "0019",
        batch.purpose().value(),
        batch.reference(),
        Writing.day(at.toLocalDate()),
        Writing.minute(at),
        batch.type().value());
    writing.nm1(batch.submitter());
    contacts(batch.contactName(), batch.contacts());
    writing.nm1(batch.receiver());
  }

  /** PER takes three means; more go into another one. */
  private void contacts(String name, List<String> contacts) throws IOException {
    for (int i = 0; i < contacts.size(); i += 3) {
      writer.start("PER").element("IC").element(i == 0 ? name : "");
      for (var contact : contacts.subList(i, Math.min(i + 3, contacts.size()))) {
        writer.element(contact.substring(0, 2)).element(contact.substring(3));
      }
      writer.end();
    }
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

  private void billing(BillingProvider billing, ClaimKind kind) throws IOException {
    if (!billing.taxonomy().isEmpty()) {
      writer.segment("PRV", "BI", "PXC", billing.taxonomy());
    }
    writing.nm1(billing.name());
    writing.address(billing.address());
    writing.references(billing.references());
    contacts(billing.contactName(), billing.contacts());
    if (billing.payTo().isPresent()) {
      writer.segment(
          "NM1", "87", kind != ClaimKind.INSTITUTIONAL && billing.name().person() ? "1" : "2");
      writing.address(billing.payTo());
    }
  }

  private void subscriber(Subscriber subscriber) throws IOException {
    writer.segment(
        "SBR",
        subscriber.turn().value(),
        subscriber.relationship().value(),
        subscriber.group(),
        subscriber.groupName(),
        subscriber.insurance().value(),
        "",
        "",
        "",
        subscriber.filing().value());
    writing.nm1(subscriber.name());
    writing.address(subscriber.address());
    demographics(subscriber.birthDate(), subscriber.gender().value());
    writing.references(subscriber.references());
    writing.nm1(subscriber.payer());
    writing.address(subscriber.payerAddress());
    writing.references(subscriber.payerReferences());
  }

  private void demographics(@Nullable LocalDate born, String gender) throws IOException {
    if (born != null) {
      writer.segment("DMG", "D8", Writing.day(born), gender);
    }
  }

  private void patient(Patient patient) throws IOException {
    writer.segment("PAT", patient.relationship().value());
    writing.nm1(patient.name());
    writing.address(patient.address());
    demographics(patient.birthDate(), patient.gender().value());
    writing.references(patient.references());
  }

  private void claim(Claim claim, ClaimKind kind) throws IOException {
    writer.start("CLM").element(claim.number()).element(claim.charge().x12());
    writer.element("").element("");
    writer.composite(claim.facility().value(), kind.facilityList(), claim.frequency().value());
    writer.element(claim.signature().value()).element(claim.assignment().value());
    writer.element(claim.benefits().value()).element(claim.release().value()).element("");
    writer.composite(claim.causes().stream().map(code -> code.value()).toArray(String[]::new));
    writer.end();
    for (var dated : claim.dates()) {
      date(dated, kind);
    }
    if (!claim.admission().isEmpty()) {
      writer.start("CL1");
      for (var code : claim.admission()) {
        writer.element(code.value());
      }
      writer.end();
    }
    for (var amount : claim.amounts()) {
      writer.segment("AMT", amount.kind().value(), amount.money().x12());
    }
    writing.references(claim.references());
    notes(claim.notes());
    codes(claim.codes());
    for (var provider : claim.providers()) {
      provider(provider);
    }
    for (var other : claim.others()) {
      other(other);
    }
    int number = 1;
    for (var line : claim.lines()) {
      line(line, number++, kind);
    }
  }

  /** The statement of an institutional claim is a period even when it is one day. */
  private void date(Dated dated, ClaimKind kind) throws IOException {
    if (kind == ClaimKind.INSTITUTIONAL && dated.is("434")) {
      writing.range("434", dated.period());
    } else {
      writing.dtp(dated.kind().value(), dated.period());
    }
  }

  private void notes(List<Claim.Note> notes) throws IOException {
    for (var note : notes) {
      writer.segment("NTE", note.kind().value(), note.text());
    }
  }

  /** Principal and other diagnoses share an HI in a professional claim; other kinds stand alone. */
  private void codes(List<HealthCode> codes) throws IOException {
    int i = 0;
    while (i < codes.size()) {
      var first = codes.get(i).kind();
      boolean principal = first.isAnyOf("ABK", "BK");
      boolean institutional =
          codes.stream()
              .anyMatch(c ->
                  c.kind().isAnyOf("ABJ", "BJ", "APR", "PR", "DR", "BH", "BI", "BE", "ABN", "BN"));
      writer.start("HI");
      for (int n = 0; n < 12 && i < codes.size(); n++) {
        var code = codes.get(i);
        boolean same =
            code.kind().equals(first)
                || (principal && !institutional && code.kind().isAnyOf("ABF", "BF"));
        if (!same) {
          break;
        }
        code(code);
        i++;
      }
      writer.end();
    }
  }

  private void code(HealthCode code) throws IOException {
    var when = code.when();
    var amount = code.amount();
    writer.composite(
        code.kind().value(),
        code.code(),
        when == null ? "" : when.format(),
        when == null ? "" : when.x12(),
        amount == null ? "" : amount.x12());
  }

  private void provider(Provider provider) throws IOException {
    writing.nm1(provider.name());
    if (!provider.taxonomy().isEmpty()) {
      var role = provider.name().role();
      writer.segment(
          "PRV",
          role.is("71") ? "AT" : role.isAnyOf("DN", "P3") ? "RF" : role.is("DD") ? "AS" : "PE",
          "PXC",
          provider.taxonomy());
    }
    writing.address(provider.address());
    writing.references(provider.references());
  }

  private void other(OtherPayer other) throws IOException {
    writer.segment(
        "SBR",
        other.turn().value(),
        other.relationship().value(),
        other.group(),
        other.groupName(),
        other.insurance().value(),
        "",
        "",
        "",
        other.filing().value());
    Adjustments.write(writer, other.adjustments());
    var paid = other.paid();
    if (paid != null) {
      writer.segment("AMT", "D", paid.x12());
    }
    for (var amount : other.amounts()) {
      writer.segment("AMT", amount.kind().value(), amount.money().x12());
    }
    writer.segment(
        "OI",
        "",
        "",
        other.benefits().value(),
        other.signature().value(),
        "",
        other.release().value());
    writing.nm1(other.subscriber());
    writing.address(other.subscriberAddress());
    writing.nm1(other.payer());
    writing.address(other.payerAddress());
    var decided = other.decided();
    if (decided != null) {
      writer.segment("DTP", "573", "D8", Writing.day(decided));
    }
    writing.references(other.references());
  }

  private void line(Line line, int number, ClaimKind kind) throws IOException {
    writer.segment("LX", Integer.toString(number));
    switch (kind) {
      case PROFESSIONAL -> {
        writer.start("SV1").composite(line.procedure().x12()).element(line.charge().x12());
        writer.element(line.unit().value()).element(Writing.number(line.units()));
        writer.element(line.place().value()).element("");
        pointers(line);
      }
      case INSTITUTIONAL -> {
        writer.start("SV2").element(line.revenueCode());
        writer.composite(line.procedure().isPresent() ? line.procedure().x12() : new String[0]);
        writer.element(line.charge().x12()).element(line.unit().value());
        writer.element(Writing.number(line.units()));
      }
      case DENTAL -> {
        writer.start("SV3").composite(line.procedure().x12()).element(line.charge().x12());
        writer.element(line.place().value()).element("").element("");
        writer.element(Writing.number(line.units()));
        writer.element("").element("").element("").element("");
        pointers(line);
      }
    }
    writer.end();
    for (var tooth : line.teeth()) {
      writer.start("TOO").element("JP").element(tooth.number());
      writer.composite(tooth.surfaces().toArray(String[]::new)).end();
    }
    for (var dated : line.dates()) {
      writing.dtp(dated.kind().value(), dated.period());
    }
    writing.references(line.references());
    for (var amount : line.amounts()) {
      writer.segment("AMT", amount.kind().value(), amount.money().x12());
    }
    notes(line.notes());
    var drug = line.drug();
    if (drug != null) {
      writer.segment("LIN", "", drug.list().value(), drug.code());
      writer.start("CTP").element("").element("").element("");
      writer.element(Writing.number(drug.quantity())).composite(drug.unit().value()).end();
    }
    for (var provider : line.providers()) {
      provider(provider);
    }
    for (var adjudication : line.adjudications()) {
      writer.start("SVD").element(adjudication.payer()).element(adjudication.paid().x12());
      writer.composite(
          adjudication.procedure().isPresent() ? adjudication.procedure().x12() : new String[0]);
      writer.element(adjudication.revenueCode()).element(Writing.number(adjudication.units()));
      writer.end();
      Adjustments.write(writer, adjudication.adjustments());
      var decided = adjudication.decided();
      if (decided != null) {
        writer.segment("DTP", "573", "D8", Writing.day(decided));
      }
    }
  }

  private void pointers(Line line) throws IOException {
    writer.composite(line.pointers().stream().map(String::valueOf).toArray(String[]::new));
  }
}
