package dev.liaison.patients;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.patients.PatientBatch.Write;
import dev.liaison.patients.SourceRows.Known;
import dev.liaison.patients.Upserted.Change;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes patients of other systems: new ones, newer ones, and none that are the same. */
@Component
class SourceImport {
  private final SourceRows sources;
  private final PatientBatch batch;
  private final Audit audit;
  private final Clock clock;

  SourceImport(SourceRows sources, PatientBatch batch, Audit audit, Clock clock) {
    this.sources = sources;
    this.batch = batch;
    this.audit = audit;
    this.clock = clock;
  }

  /** In the order of the list; one that comes twice is the later one in the end. */
  List<Upserted> upsert(Actor actor, List<SourcePatient> patients) {
    var outcomes = new ArrayList<Upserted>();
    var stretch = new LinkedHashMap<Key, SourcePatient>();
    for (var patient : patients) {
      if (stretch.containsKey(Key.of(patient))) {
        outcomes.addAll(upsertDistinct(actor, stretch));
        stretch.clear();
      }
      stretch.put(Key.of(patient), patient);
    }
    outcomes.addAll(upsertDistinct(actor, stretch));
    return outcomes;
  }

  private List<Upserted> upsertDistinct(Actor actor, Map<Key, SourcePatient> patients) {
    if (patients.isEmpty()) {
      return List.of();
    }
    var known = known(actor, patients);
    var fresh = new LinkedHashMap<>(patients);
    fresh.keySet().removeAll(known.keySet());
    var added = add(actor, fresh);
    if (added.size() < fresh.size()) {
      // Another import has just added some of them; now they are known.
      known.putAll(known(actor, patients));
    }
    var changed = new ArrayList<Write>();
    var seen = new HashMap<UUID, Instant>();
    var outcomes = new ArrayList<Upserted>();
    for (var entry : patients.entrySet()) {
      var patient = entry.getValue();
      var mine = added.get(entry.getKey());
      var before = known.get(entry.getKey());
      if (mine != null) {
        outcomes.add(new Upserted(mine, Change.CREATED));
      } else if (before == null) {
        throw new IllegalStateException("A patient of a source is neither new nor known");
      } else if (before.isNewerThan(patient)) {
        outcomes.add(new Upserted(new PatientId(before.id()), Change.UNCHANGED));
      } else if (Arrays.equals(before.sourceDigest(), patient.digest())) {
        if (patient.lastUpdated() != null
            && !patient.lastUpdated().equals(before.sourceUpdatedAt())) {
          seen.put(before.id(), patient.lastUpdated());
        }
        outcomes.add(new Upserted(new PatientId(before.id()), Change.UNCHANGED));
      } else {
        changed.add(write(new PatientId(before.id()), null, patient));
        outcomes.add(new Upserted(new PatientId(before.id()), Change.UPDATED));
      }
    }
    batch.change(actor.organization(), actor.user(), clock.instant(), changed);
    sources.seen(actor.organization(), seen);
    record(actor, outcomes);
    return outcomes;
  }

  private Map<Key, Known> known(Actor actor, Map<Key, SourcePatient> patients) {
    var ids = patients.keySet().stream().map(Key::id).toList();
    var systems = new HashSet<>(patients.keySet().stream().map(Key::source).toList());
    var known = new HashMap<Key, Known>();
    for (var row : sources.lock(actor.organization(), systems, ids)) {
      known.put(new Key(row.source(), row.sourceId()), row);
    }
    known.keySet().retainAll(patients.keySet());
    return known;
  }

  private Map<Key, PatientId> add(Actor actor, Map<Key, SourcePatient> fresh) {
    if (fresh.isEmpty()) {
      return Map.of();
    }
    var mrn = batch.mrns(actor.organization(), fresh.size());
    var writes = new ArrayList<Write>();
    var ids = new HashMap<Key, PatientId>();
    for (var entry : fresh.entrySet()) {
      var id = new PatientId(Ids.next());
      ids.put(entry.getKey(), id);
      writes.add(write(id, new Mrn(String.valueOf(mrn++)), entry.getValue()));
    }
    var added = batch.add(actor.organization(), actor.user(), writes);
    ids.values().retainAll(added);
    return ids;
  }

  private void record(Actor actor, List<Upserted> outcomes) {
    record(actor, AuditEvent.Action.CREATE, outcomes, Change.CREATED);
    record(actor, AuditEvent.Action.UPDATE, outcomes, Change.UPDATED);
  }

  private void record(
      Actor actor, AuditEvent.Action action, List<Upserted> outcomes, Change change) {
    var patients =
        outcomes.stream()
            .filter(outcome -> outcome.change() == change)
            .map(outcome -> outcome.patient().value())
            .toList();
    if (!patients.isEmpty()) {
      audit.record(actor, AuditEvent.of(action, "patient-import").showing(patients));
    }
  }

  private static Write write(PatientId id, @Nullable Mrn mrn, SourcePatient from) {
    return new Write(
        id,
        mrn,
        from.name(),
        from.birthDate(),
        from.sex(),
        from.language(),
        from.address(),
        from.telecoms(),
        from.deceased(),
        from.deceasedAt(),
        from.source(),
        from.sourceId(),
        from.digest(),
        from.lastUpdated(),
        null);
  }

  private record Key(String source, String id) {
    static Key of(SourcePatient patient) {
      return new Key(patient.source(), patient.sourceId());
    }
  }
}
