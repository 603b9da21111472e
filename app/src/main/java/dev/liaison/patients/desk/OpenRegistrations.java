package dev.liaison.patients.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.BegunRegistration;
import dev.liaison.patients.RegistrationField;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.web.Drafts;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Registrations that a person has begun: one draft each, under the id that will be the request, so
 * that a new caller in between costs the one before nothing.
 */
@Component
public class OpenRegistrations {
  private static final String PREFIX = "register-";
  private static final Duration KEPT = Duration.ofDays(7);
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE h:mma", Locale.US);

  private final Drafts drafts;
  private final DeskDay day;
  private final Clock clock;

  OpenRegistrations(Drafts drafts, DeskDay day, Clock clock) {
    this.drafts = drafts;
    this.day = day;
    this.clock = clock;
  }

  /** One of them, as the list shows it. */
  public record Open(UUID id, String name, String since) {
    /** Never the name. */
    @Override
    public String toString() {
      return "Open[" + id + "]";
    }
  }

  static String form(UUID id) {
    return PREFIX + id;
  }

  /** Begins one with what was typed into the search. */
  UUID begin(SignedIn person, String words) {
    var id = Ids.next();
    var fields = new HashMap<String, List<String>>();
    BegunRegistration.of(words, day.today(person))
        .forEach((field, text) -> fields.put(RegisterForm.name(field), List.of(text)));
    drafts.keep(person.actor(), form(id), fields);
    return id;
  }

  /** Begins one with what was typed into a form that had been saved already, if anything was. */
  UUID afresh(Actor actor, UUID saved) {
    var id = Ids.next();
    drafts
        .find(actor, form(saved))
        .ifPresent(fields -> {
          drafts.keep(actor, form(id), fields);
          drafts.clear(actor, form(saved));
        });
    return id;
  }

  Map<RegistrationField, String> find(Actor actor, UUID id) {
    return drafts.find(actor, form(id)).map(OpenRegistrations::typed).orElse(Map.of());
  }

  void close(Actor actor, UUID id) {
    drafts.clear(actor, form(id));
  }

  List<Open> list(SignedIn person) {
    var zone = day.zone(person);
    return drafts.list(person.actor(), PREFIX).stream()
        .flatMap(draft -> open(draft, WHEN.withZone(zone).format(draft.updatedAt())).stream())
        .limit(5)
        .toList();
  }

  private static Optional<Open> open(Drafts.Kept draft, String since) {
    var typed = typed(draft.fields());
    var name =
        String.join(
            ", ",
            Stream.of(RegistrationField.FAMILY, RegistrationField.GIVEN)
                .map(field -> typed.getOrDefault(field, ""))
                .filter(text -> !text.isBlank())
                .toList());
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Open(
                UUID.fromString(draft.form().substring(PREFIX.length())),
                name.isEmpty() ? "No name yet" : name,
                since));
  }

  private static Map<RegistrationField, String> typed(Map<String, List<String>> fields) {
    var typed = new EnumMap<RegistrationField, String>(RegistrationField.class);
    for (var field : RegistrationField.values()) {
      var texts = fields.getOrDefault(RegisterForm.name(field), List.of());
      if (!texts.isEmpty() && !texts.getFirst().isBlank()) {
        typed.put(field, texts.getFirst());
      }
    }
    return typed;
  }

  /** Removes those of everybody that nobody went on with for a week: they name a person. */
  void forgetOld(Actor actor) {
    drafts.forget(actor, PREFIX, clock.instant().minus(KEPT));
  }
}
