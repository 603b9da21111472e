package dev.liaison.x12.authorization;

import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A 278, request or answer; they share their levels, and only an answer has decisions.
 *
 * @param purpose BHT02: 13 request, 11 answer and so on
 * @param type BHT06
 * @param organization loop 2010A, who reviews
 * @param requesters loop 2010B
 * @param subscriber loop 2010C
 * @param dependent loop 2010D when the patient is not the subscriber, else null
 * @param rejections AAA above the events: nothing was reviewed, which is no denial
 */
public record Review(
    Code purpose,
    String reference,
    @Nullable LocalDateTime at,
    Code type,
    Party organization,
    List<Participant> requesters,
    @Nullable Person subscriber,
    @Nullable Person dependent,
    List<Rejection> rejections,
    List<Event> events) {
  public Review {
    requesters = List.copyOf(requesters);
    rejections = List.copyOf(rejections);
    events = List.copyOf(events);
  }

  /** Whether this answers a request. */
  public boolean answer() {
    return purpose.is("11") || events.stream().anyMatch(event -> event.decision() != null);
  }

  /** AAA. */
  public record Rejection(boolean valid, Code reason, Code next) {}

  /** Subscriber or dependent. */
  public record Person(
      Party name,
      List<Reference> references,
      Address address,
      @Nullable LocalDate birthDate,
      Code gender,
      Code relationship) {
    public Person {
      references = List.copyOf(references);
    }
  }

  /** NM1 with what follows it: requesters, and providers of events and services. */
  public record Participant(
      Party name,
      List<Reference> references,
      Address address,
      List<String> contacts,
      Code role,
      String taxonomy) {
    public Participant {
      references = List.copyOf(references);
      contacts = List.copyOf(contacts);
    }
  }

  /**
   * HCR: what was decided.
   *
   * @param action HCR01: A1 certified, A2 in part, A3 not, A4 pended, A6 modified
   * @param number HCR02, which the claim's REF*G1 must name
   * @param reason HCR03
   */
  public record Decision(Code action, String number, Code reason, Code secondSurgicalOpinion) {
    public boolean approved() {
      return action.isAnyOf("A1", "A2", "A6");
    }

    public boolean pended() {
      return action.is("A4");
    }
  }

  /** TRN. */
  public record Trace(Code kind, String number, String originator, String division) {}

  /**
   * What is asked or decided, of an event or a service.
   *
   * @param category UM01: AR admission, HS health services, SC specialist
   * @param certification UM02: I initial, R renewal, 3 cancel and so on
   * @param serviceType UM03
   * @param facility UM04, as facility and list
   * @param level UM06
   */
  public record Service(
      List<Trace> traces,
      List<Rejection> rejections,
      Code category,
      Code certification,
      Code serviceType,
      Code facility,
      Code facilityList,
      Code level,
      @Nullable Decision decision,
      List<Reference> references,
      List<Dated> dates,
      List<Diagnosis> diagnoses,
      Procedure procedure,
      String revenueCode,
      @Nullable Money charge,
      Code unit,
      @Nullable BigDecimal units,
      @Nullable Delivery delivery,
      List<String> messages,
      List<Participant> providers) {
    public Service {
      traces = List.copyOf(traces);
      rejections = List.copyOf(rejections);
      references = List.copyOf(references);
      dates = List.copyOf(dates);
      diagnoses = List.copyOf(diagnoses);
      messages = List.copyOf(messages);
      providers = List.copyOf(providers);
    }
  }

  /** HI, one composite. */
  public record Diagnosis(Code kind, String code, @Nullable LocalDate known) {}

  /** HSD: how many, of what, how often. */
  public record Delivery(
      Code quantityKind,
      @Nullable BigDecimal quantity,
      Code unit,
      @Nullable BigDecimal sampling,
      Code period,
      @Nullable BigDecimal periods) {}

  /** Level 2000E with the services 2000F beneath. */
  public record Event(Service about, List<Service> services) {
    public Event {
      services = List.copyOf(services);
    }

    public @Nullable Decision decision() {
      return about.decision();
    }

    /** The number that claims must name, of the event or of its first service that has one. */
    public Optional<String> authorizationNumber() {
      var own = about.decision();
      if (own != null && !own.number().isEmpty()) {
        return Optional.of(own.number());
      }
      return services.stream()
          .map(Service::decision)
          .filter(decision -> decision != null && !decision.number().isEmpty())
          .findFirst()
          .map(decision -> decision == null ? "" : decision.number());
    }
  }
}
