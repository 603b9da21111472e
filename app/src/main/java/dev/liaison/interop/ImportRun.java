package dev.liaison.interop;

import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.arrivals.PastVisit;
import dev.liaison.interop.ParkedRows.Park;
import dev.liaison.interop.ParkedRows.Waiting;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.patients.SourcePatient;
import dev.liaison.patients.Upserted.Change;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** One import at work: takes resources, writes them in batches, counts. */
final class ImportRun {
  private static final int BATCH = 400;
  private static final int LONGEST_KEPT = 1_000_000;

  private final Actor actor;
  private final Patients patients;
  private final ArrivalsHistory history;
  private final ParkedRows parked;
  private final Transactions transactions;
  private final Instant now;
  private final PatientReader patientReader;
  private final EncounterReader encounterReader;
  private final UUID run = Ids.next();
  private final List<Item<SourcePatient>> people = new ArrayList<>();
  private final List<Item<EncounterReader.Read>> encounters = new ArrayList<>();
  private final TreeMap<String, Long> later = new TreeMap<>();
  private long imported;
  private long unchanged;
  private long parkedCount;

  ImportRun(
      Actor actor,
      Patients patients,
      ArrivalsHistory history,
      ParkedRows parked,
      Transactions transactions,
      Instant now) {
    this.actor = actor;
    this.patients = patients;
    this.history = history;
    this.parked = parked;
    this.transactions = transactions;
    this.now = now;
    var resources = new FhirResources();
    this.patientReader = new PatientReader(resources, now);
    this.encounterReader = new EncounterReader(resources);
  }

  /** Where a resource stands. */
  record Place(String file, String entry, String source) {}

  private record Item<T>(Place place, JsonNode json, T read, References references) {}

  /** What became of a batch, counted only once it is written. */
  private record Written(long imported, long unchanged, long parked) {}

  void take(Place place, @Nullable String fullUrl, JsonNode json, References references) {
    var type = json.path("resourceType").asString("");
    try {
      switch (type) {
        case "Patient" -> takePatient(place, fullUrl, json, references);
        case "Encounter" -> takeEncounter(place, fullUrl, json, references);
        default -> later(type);
      }
    } catch (Unreadable e) {
      park(place, json, e);
    }
    if (people.size() + encounters.size() >= BATCH) {
      flush();
    }
  }

  /** One of a kind that the desk does not keep yet. */
  void later(String type) {
    later.merge(type, 1L, Long::sum);
  }

  private void takePatient(
      Place place, @Nullable String fullUrl, JsonNode json, References references) {
    var patient = patientReader.read(references.source(fullUrl, "Patient"), json);
    references.learn(fullUrl, new References.Key(patient.source(), patient.sourceId()), json);
    people.add(new Item<>(place, json, patient, references));
  }

  private void takeEncounter(
      Place place, @Nullable String fullUrl, JsonNode json, References references) {
    var from = new Place(place.file(), place.entry(), references.source(fullUrl, "Encounter"));
    encounterReader
        .read(json)
        .ifPresentOrElse(
            read -> encounters.add(new Item<>(from, json, read, references)),
            () -> later("Encounter that is not over"));
  }

  /** Writes what was taken; a batch that the database refuses is written one by one. */
  void flush() {
    var persons = List.copyOf(people);
    var visits = List.copyOf(encounters);
    people.clear();
    encounters.clear();
    if (persons.isEmpty() && visits.isEmpty()) {
      return;
    }
    try {
      count(transactions.as(actor, tx -> write(persons, visits)));
    } catch (DataIntegrityViolationException e) {
      persons.forEach(person -> alone(person, () -> write(List.of(person), List.of())));
      visits.forEach(visit -> alone(visit, () -> write(List.of(), List.of(visit))));
    }
  }

  private void alone(Item<?> item, Supplier<Written> write) {
    try {
      count(transactions.as(actor, tx -> write.get()));
    } catch (DataIntegrityViolationException e) {
      park(
          item.place(),
          item.json(),
          new Unreadable(ParkReason.REFUSED, "The database does not take it: " + state(e) + "."));
    }
  }

  private static String state(DataIntegrityViolationException e) {
    return e.getMostSpecificCause() instanceof SQLException sql
        ? "SQL state " + sql.getSQLState()
        : e.getMostSpecificCause().getClass().getSimpleName();
  }

  private void count(Written written) {
    imported += written.imported();
    unchanged += written.unchanged();
    parkedCount += written.parked();
  }

  private Written write(
      List<Item<SourcePatient>> persons, List<Item<EncounterReader.Read>> visits) {
    var outcomes =
        patients.upsertFromSource(actor, persons.stream().map(item -> item.read()).toList());
    var same = outcomes.stream().filter(o -> o.change() == Change.UNCHANGED).count();
    var news = outcomes.size() - same;
    var known = known(visits);
    var bySource = new HashMap<String, Map<String, PastVisit>>();
    var missing = 0L;
    for (var visit : visits) {
      var patient = known.get(subject(visit));
      if (patient == null) {
        parked.park(actor.organization(), run, now, missing(visit));
        missing++;
      } else {
        var before =
            bySource
                .computeIfAbsent(visit.place().source(), source -> new LinkedHashMap<>())
                .put(visit.read().id(), visit.read().visit(patient));
        same += before == null ? 0 : 1;
      }
    }
    for (var source : bySource.entrySet()) {
      var written =
          history.importVisits(actor, source.getKey(), List.copyOf(source.getValue().values()));
      news += written.imported();
      same += written.unchanged();
    }
    return new Written(news, same, missing);
  }

  private static References.Key subject(Item<EncounterReader.Read> visit) {
    return visit.references().patient(visit.read().subject(), visit.place().source());
  }

  private Map<References.Key, PatientId> known(List<Item<EncounterReader.Read>> visits) {
    var wanted = new HashMap<String, List<String>>();
    for (var visit : visits) {
      var key = subject(visit);
      wanted.computeIfAbsent(key.source(), source -> new ArrayList<>()).add(key.id());
    }
    var known = new HashMap<References.Key, PatientId>();
    wanted.forEach((source, ids) ->
        patients
            .bySource(actor, source, ids)
            .forEach((id, patient) -> known.put(new References.Key(source, id), patient)));
    return known;
  }

  private Park missing(Item<EncounterReader.Read> visit) {
    return new Park(
        visit.place().file(),
        visit.place().entry(),
        "Encounter",
        visit.read().id(),
        visit.place().source(),
        ParkReason.PATIENT_MISSING,
        "Its patient, "
            + Text.plain(visit.read().subject())
            + ", is not here; it waits for the patient.",
        kept(visit.json()));
  }

  private void park(Place place, JsonNode json, Unreadable e) {
    var id = json.path("id");
    park(
        new Park(
            place.file(),
            place.entry(),
            Text.orNull(json.path("resourceType").asString("")),
            id.isString() ? Text.orNull(id.stringValue()) : null,
            place.source(),
            e.reason(),
            e.message(),
            kept(json)));
  }

  /** Parks what is no resource at all: a broken line, a broken file. */
  void park(Place place, byte @Nullable [] content, Unreadable e) {
    park(
        new Park(
            place.file(),
            place.entry(),
            null,
            null,
            place.source(),
            e.reason(),
            e.message(),
            content == null || content.length > LONGEST_KEPT
                ? null
                : new String(content, StandardCharsets.UTF_8).replace("\u0000", "")));
  }

  private void park(Park park) {
    transactions.as(
        actor,
        tx -> {
          parked.park(actor.organization(), run, now, park);
          return park;
        });
    parkedCount++;
  }

  private static @Nullable String kept(JsonNode json) {
    var text = json.toString();
    return text.length() > LONGEST_KEPT ? null : text.replace("\u0000", "");
  }

  /** A file is at its end: what is parked of it from before has been read again. */
  void close(String file) {
    flush();
    transactions.as(
        actor,
        tx -> {
          parked.forget(actor.organization(), run, file);
          return file;
        });
  }

  /** Encounters that came before their patients, in this import or an earlier one. */
  void takeUpWaiting() {
    var after = new UUID(0, 0);
    for (var page = waiting(after); !page.isEmpty(); page = waiting(after)) {
      after = page.getLast().id();
      var rows = page;
      count(transactions.as(actor, tx -> takeUp(rows)));
    }
  }

  private List<Waiting> waiting(UUID after) {
    return transactions.reading(actor, () -> parked.waiting(actor.organization(), after, BATCH));
  }

  private Written takeUp(List<Waiting> rows) {
    var items = new LinkedHashMap<UUID, Item<EncounterReader.Read>>();
    var mine = new HashMap<UUID, Boolean>();
    for (var row : rows) {
      var json = FhirJson.resource(row.content().getBytes(StandardCharsets.UTF_8));
      var place = new Place("", "", row.source());
      encounterReader
          .read(json)
          .ifPresent(read ->
              items.put(row.id(), new Item<>(place, json, read, new References(row.source()))));
      mine.put(row.id(), row.runId().equals(run));
    }
    var known = known(List.copyOf(items.values()));
    items.values().removeIf(item -> !known.containsKey(subject(item)));
    if (items.isEmpty()) {
      return new Written(0, 0, 0);
    }
    var written = write(List.of(), List.copyOf(items.values()));
    parked.remove(actor.organization(), items.keySet());
    var ours = items.keySet().stream().filter(mine::get).count();
    return new Written(written.imported(), written.unchanged(), -ours);
  }

  ImportSummary summary(long files, long leftOut, int shown) {
    var first = transactions.reading(actor, () -> parked.ofRun(actor.organization(), run, shown));
    return new ImportSummary(imported, unchanged, parkedCount, later, files, leftOut, first);
  }
}
