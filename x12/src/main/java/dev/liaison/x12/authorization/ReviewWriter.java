package dev.liaison.x12.authorization;

import dev.liaison.x12.X12Writer;
import dev.liaison.x12.authorization.Review.Participant;
import dev.liaison.x12.authorization.Review.Person;
import dev.liaison.x12.authorization.Review.Rejection;
import dev.liaison.x12.authorization.Review.Service;
import dev.liaison.x12.types.Writing;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

/** Writes authorization requests and answers as 278 sets between open group envelopes. */
public final class ReviewWriter {
  private final X12Writer writer;
  private final Writing writing;
  private int levels;

  public ReviewWriter(X12Writer writer) {
    this.writer = writer;
    this.writing = new Writing(writer);
  }

  public void write(Review review, String setNumber) throws IOException {
    writer.set("278", setNumber, "005010X217");
    levels = 0;
    var at = review.at() == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : review.at();
    writer.segment(
        "BHT",
        "0007",
        review.purpose().value(),
        review.reference(),
        Writing.day(at.toLocalDate()),
        Writing.minute(at),
        review.type().value());
    int organization = level(0, "20", true);
    writing.nm1(review.organization());
    var subscriber = review.subscriber();
    if (review.requesters().isEmpty()) {
      rejections(review.rejections());
      writer.closeSet();
      return;
    }
    int requester = level(organization, "21", subscriber != null);
    for (var participant : review.requesters()) {
      participant(participant);
    }
    if (subscriber == null) {
      rejections(review.rejections());
      writer.closeSet();
      return;
    }
    var dependent = review.dependent();
    boolean below = !review.events().isEmpty();
    int patient = level(requester, "22", below || dependent != null);
    person(subscriber, false, dependent == null ? review.rejections() : List.of());
    if (dependent != null) {
      patient = level(patient, "23", below);
      person(dependent, true, review.rejections());
    }
    for (var event : review.events()) {
      int at2000e = level(patient, "EV", !event.services().isEmpty());
      service(event.about());
      for (var service : event.services()) {
        level(at2000e, "SS", false);
        service(service);
      }
    }
    writer.closeSet();
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

  private void person(Person person, boolean dependent, List<Rejection> rejections)
      throws IOException {
    writing.nm1(person.name());
    writing.references(person.references());
    writing.address(person.address());
    rejections(rejections);
    var born = person.birthDate();
    if (born != null) {
      writer.segment("DMG", "D8", Writing.day(born), person.gender().value());
    }
    if (person.relationship().isPresent()) {
      writer.segment("INS", dependent ? "N" : "Y", person.relationship().value());
    }
  }

  private void rejections(List<Rejection> rejections) throws IOException {
    for (var rejection : rejections) {
      writer.segment(
          "AAA",
          rejection.valid() ? "Y" : "N",
          "",
          rejection.reason().value(),
          rejection.next().value());
    }
  }

  private void participant(Participant participant) throws IOException {
    writing.nm1(participant.name());
    writing.references(participant.references());
    writing.address(participant.address());
    if (!participant.contacts().isEmpty()) {
      writer.start("PER").element("IC").element("");
      for (var contact : participant.contacts().stream().limit(3).toList()) {
        writer.element(contact.substring(0, 2)).element(contact.substring(3));
      }
      writer.end();
    }
    if (participant.role().isPresent()) {
      writer.segment(
          "PRV",
          participant.role().value(),
          participant.taxonomy().isEmpty() ? "" : "PXC",
          participant.taxonomy());
    }
  }

  private void service(Service service) throws IOException {
    for (var trace : service.traces()) {
      writer.segment(
          "TRN", trace.kind().value(), trace.number(), trace.originator(), trace.division());
    }
    rejections(service.rejections());
    if (service.category().isPresent()) {
      writer.start("UM").element(service.category().value());
      writer.element(service.certification().value()).element(service.serviceType().value());
      writer.composite(service.facility().value(), service.facilityList().value());
      writer.element("").element(service.level().value()).end();
    }
    var decision = service.decision();
    if (decision != null) {
      writer.segment(
          "HCR",
          decision.action().value(),
          decision.number(),
          decision.reason().value(),
          decision.secondSurgicalOpinion().value());
    }
    writing.references(service.references());
    for (var dated : service.dates()) {
      writing.dtp(dated.kind().value(), dated.period());
    }
    if (!service.diagnoses().isEmpty()) {
      writer.start("HI");
      for (var diagnosis : service.diagnoses()) {
        var known = diagnosis.known();
        writer.composite(
            diagnosis.kind().value(),
            diagnosis.code(),
            known == null ? "" : "D8",
            Writing.day(known));
      }
      writer.end();
    }
    procedure(service);
    var delivery = service.delivery();
    if (delivery != null) {
      writer.segment(
          "HSD",
          delivery.quantityKind().value(),
          Writing.number(delivery.quantity()),
          delivery.unit().value(),
          Writing.number(delivery.sampling()),
          delivery.period().value(),
          Writing.number(delivery.periods()));
    }
    for (var message : service.messages()) {
      writer.segment("MSG", message);
    }
    for (var provider : service.providers()) {
      participant(provider);
    }
  }

  private void procedure(Service service) throws IOException {
    var charge = service.charge();
    var dollars = charge == null ? "" : charge.x12();
    if (service.procedure().list().is("AD")) {
      writer.start("SV3").composite(service.procedure().x12()).element(dollars);
      writer.element("").element("").element("").element(Writing.number(service.units())).end();
    } else if (!service.revenueCode().isEmpty()) {
      writer.start("SV2").element(service.revenueCode());
      writer.composite(service.procedure().isPresent() ? service.procedure().x12() : new String[0]);
      writer.element(dollars).element(service.unit().value());
      writer.element(Writing.number(service.units())).end();
    } else if (service.procedure().isPresent()) {
      writer.start("SV1").composite(service.procedure().x12()).element(dollars);
      writer.element(service.unit().value()).element(Writing.number(service.units())).end();
    }
  }
}
