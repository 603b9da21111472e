package dev.liaison.interop;

import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.patients.Patients;
import dev.liaison.patients.SourcePatient;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One import at work: takes resources, hands them over in batches, counts. */
final class ImportRun {
  /** So many resources are written in one transaction, ... */
  static final int BATCH = 400;

  /** ... or so many bytes of them: that much, a few times over, lies in memory at once. */
  static final long BATCH_BYTES = 16 << 20;

  private final Parking parking;
  private final ImportWriter writer;
  private final WaitingEncounters waiting;
  private final PatientReader patientReader;
  private final EncounterReader encounterReader;
  private final List<Taken<SourcePatient>> people = new ArrayList<>();
  private final List<Taken<EncounterReader.Read>> encounters = new ArrayList<>();
  private final TreeMap<String, Long> later = new TreeMap<>();
  private long pending;
  private Written written = Written.NOTHING;

  ImportRun(
      Actor actor,
      Patients patients,
      ArrivalsHistory history,
      ParkedRows parked,
      Transactions transactions,
      Instant now) {
    var resources = new FhirResources();
    this.patientReader = new PatientReader(resources, now);
    this.encounterReader = new EncounterReader(resources);
    this.parking = new Parking(actor, parked, transactions, now);
    this.writer = new ImportWriter(actor, patients, history, parking, transactions);
    this.waiting =
        new WaitingEncounters(actor, parked, parking, writer, encounterReader, transactions);
  }

  /**
   * Takes a resource, to be written with the next batch.
   *
   * @param bytes its length, about
   */
  void take(
      Place place, @Nullable String fullUrl, JsonNode json, References references, long bytes) {
    var type = json.path("resourceType").asString("");
    try {
      switch (type) {
        case "Patient" -> takePatient(place, fullUrl, json, references);
        case "Encounter" -> takeEncounter(place, fullUrl, json, references);
        default -> later(type);
      }
    } catch (Unreadable e) {
      count(parking.park(place, json, e));
    } catch (RuntimeException e) {
      // What nobody foresaw of one resource is no reason to leave all others unread.
      count(parking.park(place, json, unforeseen(e)));
    }
    pending += bytes;
    if (people.size() + encounters.size() >= BATCH || pending >= BATCH_BYTES) {
      flush();
    }
  }

  private static Unreadable unforeseen(RuntimeException e) {
    return new Unreadable(
        ParkReason.UNREADABLE, "It could not be read: " + e.getClass().getSimpleName() + ".");
  }

  /** One of a kind that the desk does not keep yet. */
  void later(String type) {
    later.merge(type, 1L, Long::sum);
  }

  private void takePatient(
      Place place, @Nullable String fullUrl, JsonNode json, References references) {
    var patient = patientReader.read(references.source(fullUrl, "Patient"), json);
    references.learn(fullUrl, new References.Key(patient.source(), patient.sourceId()), json);
    people.add(new Taken<>(place, json, patient, references));
  }

  private void takeEncounter(
      Place place, @Nullable String fullUrl, JsonNode json, References references) {
    var from = new Place(place.file(), place.entry(), references.source(fullUrl, "Encounter"));
    encounterReader
        .read(json)
        .ifPresentOrElse(
            read -> encounters.add(new Taken<>(from, json, read, references)),
            () -> later("Encounter that is not over"));
  }

  /** Parks what is no resource at all: a broken line, a broken file. */
  void park(Place place, byte @Nullable [] content, Unreadable e) {
    count(parking.park(place, content, e));
  }

  /** Writes what was taken. */
  void flush() {
    var persons = List.copyOf(people);
    var visits = List.copyOf(encounters);
    people.clear();
    encounters.clear();
    pending = 0;
    if (!persons.isEmpty() || !visits.isEmpty()) {
      count(writer.write(persons, visits));
    }
  }

  private void count(Written more) {
    written = written.plus(more);
  }

  /** A file is at its end. */
  void close(String file) {
    flush();
    parking.forgetEarlier(file);
  }

  /** Encounters that came before their patients, in this import or an earlier one. */
  void takeUpWaiting() {
    count(waiting.takeUp());
  }

  ImportSummary summary(long files, long leftOut, int shown) {
    return new ImportSummary(
        written.imported(),
        written.unchanged(),
        written.parked(),
        later,
        files,
        leftOut,
        parking.first(shown));
  }
}
