package dev.liaison.patients;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.patients.PatientBatch.Write;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers people and changes what is kept of them. */
@Component
class Registrations {
  private final PatientRows rows;
  private final PatientBatch batch;
  private final Audit audit;
  private final Clock clock;

  Registrations(PatientRows rows, PatientBatch batch, Audit audit, Clock clock) {
    this.rows = rows;
    this.batch = batch;
    this.audit = audit;
    this.clock = clock;
  }

  RegistrationOutcome register(Actor actor, Registration registration) {
    var read = RegistrationReader.readNew(registration);
    var person = read.demographics();
    return person == null
        ? new RegistrationOutcome.Invalid(read.problems())
        : register(actor, registration.requestId(), person);
  }

  private RegistrationOutcome register(Actor actor, UUID request, Demographics person) {
    var before = rows.registeredBy(actor.organization(), request);
    if (before.isPresent()) {
      return again(actor, request, before.get(), person);
    }
    var mrn = new Mrn(String.valueOf(batch.mrns(actor.organization(), 1)));
    var id = new PatientId(Ids.next());
    var write =
        new Write(
            id,
            mrn,
            person.name(),
            person.birthDate(),
            person.sex(),
            person.language(),
            person.address(),
            telecoms(person, List.of()),
            false,
            null,
            null,
            null,
            null,
            null,
            request);
    if (batch.add(actor.organization(), actor.user(), List.of(write)).isEmpty()) {
      var first =
          rows.registeredBy(actor.organization(), request)
              .orElseThrow(() ->
                  new IllegalStateException("A record number was given out twice; see counter"));
      return again(actor, request, first, person);
    }
    audit.record(
        actor, AuditEvent.of(AuditEvent.Action.CREATE, "patient", id.value()).showing(id.value()));
    return new RegistrationOutcome.Registered(id, mrn);
  }

  /**
   * The form has registered somebody. The same person is there already; another one, typed after
   * the browser went back to the form, is registered too, and once however often this is sent.
   */
  private RegistrationOutcome again(
      Actor actor, UUID request, PatientId before, Demographics person) {
    var there = rows.summaries(actor.organization(), List.of(before)).getFirst();
    return Objects.equals(there.birthDate(), person.birthDate())
            && there.name().listed().equals(person.name().listed())
        ? new RegistrationOutcome.AlreadyThere(before)
        : register(actor, requestOf(request, person), person);
  }

  private static UUID requestOf(UUID form, Demographics person) {
    var words = form + " " + person.name().listed() + " " + person.birthDate();
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
  }

  /** The row is locked by the caller, and its version is the one the form showed. */
  AmendOutcome amend(Actor actor, PatientDetails now, Registration changes) {
    var read = RegistrationReader.readChange(changes, now);
    var person = read.demographics();
    if (person == null) {
      return new AmendOutcome.Invalid(read.problems());
    }
    var changed = changed(now, person);
    if (changed.isEmpty()) {
      return new AmendOutcome.Amended(now.version());
    }
    var write =
        new Write(
            now.id(),
            null,
            person.name(),
            person.birthDate(),
            person.sex(),
            person.language(),
            person.address(),
            telecoms(person, now.telecoms()),
            now.summary().deceased(),
            now.deceasedAt(),
            null,
            null,
            null,
            null,
            null);
    batch.change(actor.organization(), actor.user(), clock.instant(), List.of(write));
    var id = now.id().value();
    audit.record(
        actor,
        AuditEvent.of(AuditEvent.Action.UPDATE, "patient", id)
            .showing(id)
            .with("fields", String.join(" ", changed)));
    return new AmendOutcome.Amended(now.version() + 1);
  }

  /** Names of the fields that differ, for the audit: never what stands in them. */
  private static List<String> changed(PatientDetails now, Demographics person) {
    var changed = new ArrayList<String>();
    var summary = now.summary();
    note(changed, "name", summary.name(), person.name());
    note(changed, "birth-date", summary.birthDate(), person.birthDate());
    note(changed, "sex", summary.sex(), person.sex());
    note(changed, "language", summary.language(), person.language());
    note(changed, "phone", now.first(Telecom.System.PHONE).orElse(null), person.phone());
    note(changed, "email", now.first(Telecom.System.EMAIL).orElse(null), person.email());
    note(changed, "address", now.address(), person.address());
    return changed;
  }

  private static void note(
      List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changed.add(field);
    }
  }

  /** The first phone and the first e-mail are the form's; others stay, and all in their order. */
  private static List<Telecom> telecoms(Demographics person, List<Telecom> before) {
    var telecoms = new ArrayList<>(before);
    put(telecoms, Telecom.System.PHONE, person.phone());
    put(telecoms, Telecom.System.EMAIL, person.email());
    return telecoms;
  }

  private static void put(List<Telecom> telecoms, Telecom.System system, @Nullable Telecom way) {
    var systems = telecoms.stream().map(Telecom::system).toList();
    var at = systems.indexOf(system);
    if (at >= 0 && way != null) {
      telecoms.set(at, way);
    } else if (at >= 0) {
      telecoms.remove(at);
    } else if (way != null) {
      telecoms.add(way);
    }
  }
}
