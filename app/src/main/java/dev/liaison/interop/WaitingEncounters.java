package dev.liaison.interop;

import dev.liaison.interop.ParkedRows.Waiting;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Encounters that came before their patients, in this import or an earlier one. */
final class WaitingEncounters {
  private final Actor actor;
  private final ParkedRows parked;
  private final Parking parking;
  private final ImportWriter writer;
  private final EncounterReader reader;
  private final Transactions transactions;

  WaitingEncounters(
      Actor actor,
      ParkedRows parked,
      Parking parking,
      ImportWriter writer,
      EncounterReader reader,
      Transactions transactions) {
    this.actor = actor;
    this.parked = parked;
    this.parking = parking;
    this.writer = writer;
    this.reader = reader;
    this.transactions = transactions;
  }

  /** Writes those whose patients have come; they are parked no longer. */
  Written takeUp() {
    var written = Written.NOTHING;
    var after = new UUID(0, 0);
    for (var page = waiting(after); !page.isEmpty(); page = waiting(after)) {
      after = page.getLast().id();
      written = written.plus(takeUp(page));
    }
    return written;
  }

  private List<Waiting> waiting(UUID after) {
    return transactions.reading(
        actor,
        () -> parked.waiting(actor.organization(), after, ImportRun.BATCH, ImportRun.BATCH_BYTES));
  }

  private Written takeUp(List<Waiting> page) {
    try {
      return transactions.as(actor, tx -> write(page));
    } catch (RuntimeException e) {
      ImportWriter.refuseLostDatabase(e);
      return page.stream().map(this::alone).reduce(Written.NOTHING, Written::plus);
    }
  }

  private Written alone(Waiting row) {
    try {
      return transactions.as(actor, tx -> write(List.of(row)));
    } catch (Unreadable e) {
      return blame(row, e);
    } catch (RuntimeException e) {
      ImportWriter.refuseLostDatabase(e);
      return blame(row, ImportWriter.refused(e));
    }
  }

  private Written blame(Waiting row, Unreadable e) {
    return transactions.as(
        actor,
        tx -> {
          parked.blame(actor.organization(), row.id(), e);
          return Written.NOTHING;
        });
  }

  private Written write(List<Waiting> rows) {
    var items = new LinkedHashMap<UUID, Taken<EncounterReader.Read>>();
    var mine = new HashMap<UUID, Boolean>();
    for (var row : rows) {
      var json = FhirJson.resource(row.content().getBytes(StandardCharsets.UTF_8));
      var place = new Place("", "", row.source());
      reader
          .read(json)
          .ifPresent(read ->
              items.put(row.id(), new Taken<>(place, json, read, new References(row.source()))));
      mine.put(row.id(), row.runId().equals(parking.run()));
    }
    var known = writer.known(List.copyOf(items.values()));
    items.values().removeIf(item -> !known.containsKey(ImportWriter.subject(item)));
    if (items.isEmpty()) {
      return Written.NOTHING;
    }
    var written = writer.visits(List.copyOf(items.values()));
    parked.remove(actor.organization(), items.keySet());
    var ours = items.keySet().stream().filter(mine::get).count();
    return written.plus(new Written(0, 0, -ours));
  }
}
