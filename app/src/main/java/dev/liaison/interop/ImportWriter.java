package dev.liaison.interop;

import dev.liaison.arrivals.ArrivalsHistory;
import dev.liaison.arrivals.PastVisit;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.patients.SourcePatient;
import dev.liaison.patients.Upserted.Change;
import dev.liaison.platform.database.DatabaseLost;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes what an import has read: a batch in one transaction, or one by one where it must. */
final class ImportWriter {
  private final Actor actor;
  private final Patients patients;
  private final ArrivalsHistory history;
  private final Parking parking;
  private final Transactions transactions;

  ImportWriter(
      Actor actor,
      Patients patients,
      ArrivalsHistory history,
      Parking parking,
      Transactions transactions) {
    this.actor = actor;
    this.patients = patients;
    this.history = history;
    this.parking = parking;
    this.transactions = transactions;
  }

  /** A batch that the database refuses is written one by one, and the refused ones are parked. */
  Written write(List<Taken<SourcePatient>> persons, List<Taken<EncounterReader.Read>> visits) {
    try {
      return transactions.as(actor, tx -> rows(persons, visits));
    } catch (RuntimeException e) {
      refuseLostDatabase(e);
      var written = Written.NOTHING;
      for (var person : persons) {
        written = written.plus(alone(person, () -> rows(List.of(person), List.of())));
      }
      for (var visit : visits) {
        written = written.plus(alone(visit, () -> rows(List.of(), List.of(visit))));
      }
      return written;
    }
  }

  private Written alone(Taken<?> taken, Supplier<Written> write) {
    try {
      return transactions.as(actor, tx -> write.get());
    } catch (RuntimeException e) {
      refuseLostDatabase(e);
      return parking.park(taken.place(), taken.json(), refused(e));
    }
  }

  /** Of a database that is away every resource would be parked, and none is to blame. */
  static void refuseLostDatabase(RuntimeException e) {
    if (DatabaseLost.within(e)) {
      throw e;
    }
  }

  /** Without the words of the fault: they may hold what the resource says of its patient. */
  static Unreadable refused(RuntimeException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new Unreadable(
        ParkReason.REFUSED,
        root instanceof SQLException sql
            ? "The database does not take it: SQL state " + sql.getSQLState() + "."
            : "It could not be written: " + root.getClass().getSimpleName() + ".");
  }

  private Written rows(
      List<Taken<SourcePatient>> persons, List<Taken<EncounterReader.Read>> visits) {
    return persons(persons).plus(visits(visits));
  }

  private Written persons(List<Taken<SourcePatient>> persons) {
    var outcomes =
        patients.upsertFromSource(actor, persons.stream().map(taken -> taken.read()).toList());
    var same = outcomes.stream().filter(o -> o.change() == Change.UNCHANGED).count();
    return new Written(outcomes.size() - same, same, 0);
  }

  /** Encounters whose patients are here become visits, the others wait. */
  Written visits(List<Taken<EncounterReader.Read>> visits) {
    var known = known(visits);
    var bySource = new HashMap<String, Map<String, PastVisit>>();
    var written = Written.NOTHING;
    for (var visit : visits) {
      var patient = known.get(subject(visit));
      if (patient == null) {
        written = written.plus(parking.parkWaiting(visit));
      } else {
        var before =
            bySource
                .computeIfAbsent(visit.place().source(), source -> new LinkedHashMap<>())
                .put(visit.read().id(), visit.read().visit(patient));
        written = written.plus(new Written(0, before == null ? 0 : 1, 0));
      }
    }
    for (var source : bySource.entrySet()) {
      var put =
          history.importVisits(actor, source.getKey(), List.copyOf(source.getValue().values()));
      written = written.plus(new Written(put.imported(), put.unchanged(), 0));
    }
    return written;
  }

  /** Whom the encounter says it is of. */
  static References.Key subject(Taken<EncounterReader.Read> visit) {
    return visit.references().patient(visit.read().subject(), visit.place().source());
  }

  /** The patients of these encounters who are here. */
  Map<References.Key, PatientId> known(List<Taken<EncounterReader.Read>> visits) {
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
}
