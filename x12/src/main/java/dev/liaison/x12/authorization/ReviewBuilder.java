package dev.liaison.x12.authorization;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.authorization.Review.Event;
import dev.liaison.x12.authorization.Review.Participant;
import dev.liaison.x12.authorization.Review.Person;
import dev.liaison.x12.authorization.Review.Rejection;
import dev.liaison.x12.authorization.Review.Service;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a 278. */
public final class ReviewBuilder implements SetBuilder<Review> {
  private final Values values;
  private final List<Participant> requesters = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private Code purpose = Code.NONE;
  private String reference = "";
  private @Nullable LocalDateTime at;
  private Code type = Code.NONE;
  private Party organization = Party.NONE;
  private @Nullable Person subscriber;
  private @Nullable Person dependent;
  private @Nullable Service event;
  private @Nullable ServiceBuilder open;
  private @Nullable ParticipantBuilder participant;
  private String level = "";

  private Party name = Party.NONE;
  private final List<Reference> references = new ArrayList<>();
  private Address address = Address.NONE;
  private @Nullable LocalDate birthDate;
  private Code gender = Code.NONE;
  private Code relationship = Code.NONE;

  public ReviewBuilder(Consumer<X12Error> errors) {
    this.values = new Values(errors);
  }

  /** NM1 and what follows it. */
  static final class ParticipantBuilder {
    private final Party name;
    private final List<Reference> references = new ArrayList<>(1);
    private Address address = Address.NONE;
    private final List<String> contacts = new ArrayList<>(1);
    private Code role = Code.NONE;
    private String taxonomy = "";

    ParticipantBuilder(Segment s) {
      name = Values.nm1(s);
    }

    boolean accept(Segment s) {
      switch (s.name()) {
        case "REF" -> references.add(Values.ref(s));
        case "N3" -> address = Values.n3(s, address);
        case "N4" -> address = Values.n4(s, address);
        case "PER" -> {
          for (int i = 4; i <= 8; i += 2) {
            if (s.has(i)) {
              contacts.add(s.text(i - 1) + ' ' + s.text(i));
            }
          }
        }
        case "PRV" -> {
          role = Values.code(s, 1);
          taxonomy = s.text(3);
        }
        default -> {
          return false;
        }
      }
      return true;
    }

    Participant end() {
      return new Participant(name, references, address, contacts, role, taxonomy);
    }
  }

  @Override
  public void accept(Segment s) {
    switch (s.name()) {
      case "BHT" -> {
        purpose = Values.code(s, 2);
        reference = s.text(3);
        at = Values.bht(s);
        type = Values.code(s, 6);
      }
      case "HL" -> level(s.text(3));
      default -> {
        if (open != null) {
          open.accept(s);
        } else if (level.equals("21")) {
          requester(s);
        } else {
          above(s);
        }
      }
    }
  }

  static Rejection rejection(Segment s) {
    return new Rejection(s.equals(1, "Y"), Values.code(s, 3), Values.code(s, 4));
  }

  private void requester(Segment s) {
    if (s.is("NM1")) {
      endRequester();
      participant = new ParticipantBuilder(s);
    } else if (s.is("AAA")) {
      rejections.add(rejection(s));
    } else if (participant != null) {
      participant.accept(s);
    }
  }

  private void above(Segment s) {
    switch (s.name()) {
      case "AAA" -> rejections.add(rejection(s));
      case "NM1" -> {
        if (level.equals("20")) {
          organization = Values.nm1(s);
        } else {
          name = Values.nm1(s);
        }
      }
      case "REF" -> references.add(Values.ref(s));
      case "N3" -> address = Values.n3(s, address);
      case "N4" -> address = Values.n4(s, address);
      case "DMG" -> {
        var born = values.period(s, 1, 2);
        birthDate = born == null ? null : born.from();
        gender = Values.code(s, 3);
      }
      case "INS" -> relationship = Values.code(s, 2);
      default -> {
        // the guide's check tells
      }
    }
  }

  private void endRequester() {
    if (participant != null) {
      requesters.add(participant.end());
      participant = null;
    }
  }

  private void level(String next) {
    endRequester();
    endPerson();
    endService();
    if (!next.equals("SS")) {
      endEvent();
    }
    level = next;
    if (next.equals("EV") || next.equals("SS")) {
      open = new ServiceBuilder(values);
    }
  }

  private void endPerson() {
    if (name.isPresent()) {
      var person = new Person(name, references, address, birthDate, gender, relationship);
      if (level.equals("23")) {
        dependent = person;
      } else {
        subscriber = person;
      }
    }
    name = Party.NONE;
    references.clear();
    address = Address.NONE;
    birthDate = null;
    gender = Code.NONE;
    relationship = Code.NONE;
  }

  private void endService() {
    if (open != null) {
      var service = open.end();
      if (level.equals("SS")) {
        services.add(service);
      } else {
        event = service;
      }
      open = null;
    }
  }

  private void endEvent() {
    if (event != null) {
      events.add(new Event(event, services));
      event = null;
      services.clear();
    }
  }

  @Override
  public Review end() {
    endRequester();
    endPerson();
    endService();
    endEvent();
    return new Review(
        purpose,
        reference,
        at,
        type,
        organization,
        requesters,
        subscriber,
        dependent,
        rejections,
        events);
  }
}
