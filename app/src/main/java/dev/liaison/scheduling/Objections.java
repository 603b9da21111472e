package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.BookingRule.Act;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every {@link BookingRule}; found when first asked, since their modules lean on this one. */
@Component
class Objections {
  private final ObjectProvider<BookingRule> rules;

  Objections(ObjectProvider<BookingRule> rules) {
    this.rules = rules;
  }

  Optional<String> to(Actor actor, Appointment appointment, Act act) {
    return rules
        .orderedStream()
        .flatMap(rule -> rule.objection(actor, appointment, act).stream())
        .findFirst();
  }
}
