package dev.liaison.patients;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The patients, as other modules see them. Changes are audited here; callers audit what they show.
 */
@Service
public class Patients {
  private final Transactions transactions;
  private final PatientRows rows;
  private final PatientSearch search;
  private final Registrations registrations;
  private final SourceImport imports;
  private final SourceRows sources;
  private final Clock clock;

  Patients(
      Transactions transactions,
      PatientRows rows,
      PatientSearch search,
      Registrations registrations,
      SourceImport imports,
      SourceRows sources,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.search = search;
    this.registrations = registrations;
    this.imports = imports;
    this.sources = sources;
    this.clock = clock;
  }

  public Optional<PatientSummary> find(Actor actor, PatientId patient) {
    return Optional.ofNullable(summaries(actor, List.of(patient)).get(patient));
  }

  /** Those of these patients that are here; others are left out. */
  public Map<PatientId, PatientSummary> summaries(Actor actor, Collection<PatientId> patients) {
    if (patients.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<PatientId, PatientSummary>();
    transactions
        .reading(actor, () -> rows.summaries(actor.organization(), patients))
        .forEach(summary -> found.put(summary.id(), summary));
    return found;
  }

  /** Everything the desk keeps of a patient. */
  public Optional<PatientDetails> details(Actor actor, PatientId patient) {
    return transactions.reading(
        actor,
        () ->
            find(actor, patient)
                .flatMap(summary ->
                    rows.details(actor.organization(), patient)
                        .map(row ->
                            row.with(summary, rows.telecoms(actor.organization(), patient)))));
  }

  /**
   * By words of the name in any order and without accents, birth date, phone (all of it, the last
   * seven digits, or the beginning of either) or record number; every part of the text must fit.
   * Best first; those who have died last.
   */
  public PatientMatches search(Actor actor, String text, int limit) {
    var question = SearchQuestion.of(text, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    return transactions.reading(actor, () -> search.find(actor.organization(), question, limit));
  }

  /** Whether a search text ends in a date that lacks its year yet: {@code 4/2}. */
  public static boolean isUnfinished(String text) {
    return SearchQuestion.of(text, LocalDate.EPOCH).unfinished();
  }

  /** What is wrong with one field by itself; empty when it is well, or not filled. */
  public static Optional<String> problem(RegistrationField field, String text, LocalDate today) {
    return FieldCheck.problem(field, text, today);
  }

  /** Repeats what was understood where the text allows more than one reading; else empty. */
  public static Optional<String> understood(RegistrationField field, String text, LocalDate today) {
    return FieldCheck.understood(field, text, today);
  }

  /**
   * Registers a new patient under the next record number; the same request twice, once. A request
   * that comes again with another name or birth date is of another person, who is registered too.
   */
  public RegistrationOutcome register(Actor actor, Registration registration) {
    return transactions.as(actor, tx -> registrations.register(actor, registration));
  }

  /** Whom that request has registered; empty while its form may still be sent. */
  public Optional<PatientId> registeredBy(Actor actor, UUID request) {
    return transactions.reading(actor, () -> rows.registeredBy(actor.organization(), request));
  }

  /**
   * Changes what is kept of a patient.
   *
   * @param version the one that the form showed
   */
  public AmendOutcome amend(Actor actor, PatientId patient, int version, Registration changes) {
    return transactions.as(
        actor,
        tx -> {
          var current = rows.lock(actor.organization(), patient);
          if (current.isEmpty()) {
            return new AmendOutcome.NotFound();
          }
          var now = details(actor, patient).orElseThrow();
          if (current.get() != version) {
            var row = rows.details(actor.organization(), patient).orElseThrow();
            return new AmendOutcome.Stale(now, row.changedBy(), row.updatedAt());
          }
          return registrations.amend(actor, now, changes);
        });
  }

  /**
   * Writes patients as other systems know them, in one transaction: new ones, and those whose
   * digest is not the one read last, unless their source says that they are older. In the order of
   * the list.
   */
  public List<Upserted> upsertFromSource(Actor actor, List<SourcePatient> patients) {
    return transactions.as(actor, tx -> imports.upsert(actor, patients));
  }

  /** Patients by the ids that a source has for them; unknown ones are left out. */
  public Map<String, PatientId> bySource(Actor actor, String source, Collection<String> sourceIds) {
    var found = new HashMap<String, PatientId>();
    transactions
        .reading(actor, () -> sources.find(actor.organization(), source, sourceIds))
        .forEach(known -> found.put(known.sourceId(), new PatientId(known.id())));
    return found;
  }
}
