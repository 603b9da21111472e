package dev.liaison.interop;

import dev.liaison.interop.ParkedRows.Park;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parks what one import cannot read or write, each with its reason. */
final class Parking {
  private static final int LONGEST_KEPT = 1_000_000;
  private static final int LONGEST_NAMED = 200;

  private final Actor actor;
  private final ParkedRows rows;
  private final Transactions transactions;
  private final Instant now;
  private final UUID run = Ids.next();

  Parking(Actor actor, ParkedRows rows, Transactions transactions, Instant now) {
    this.actor = actor;
    this.rows = rows;
    this.transactions = transactions;
    this.now = now;
  }

  /** Names this import, in the rows that it parks. */
  UUID run() {
    return run;
  }

  Written park(Place place, JsonNode json, Unreadable e) {
    var id = json.path("id");
    return park(
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
  Written park(Place place, byte @Nullable [] content, Unreadable e) {
    return park(
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

  /** An encounter whose patient is not here; it waits for the patient. */
  Written parkWaiting(Taken<EncounterReader.Read> visit) {
    var content = kept(visit.json());
    return park(
        new Park(
            visit.place().file(),
            visit.place().entry(),
            "Encounter",
            visit.read().id(),
            visit.place().source(),
            ParkReason.PATIENT_MISSING,
            "Its patient, "
                + shortened(Text.plain(visit.read().subject()))
                + ", is not here; "
                + (content == null
                    ? "it is too long to wait: import it again after the patient."
                    : "it waits for the patient."),
            content));
  }

  private Written park(Park park) {
    transactions.as(
        actor,
        tx -> {
          rows.park(actor.organization(), run, now, park);
          return park;
        });
    return new Written(0, 0, 1);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_NAMED ? text.substring(0, LONGEST_NAMED) + "…" : text;
  }

  private static @Nullable String kept(JsonNode json) {
    var text = json.toString();
    return text.length() > LONGEST_KEPT ? null : text.replace("\u0000", "");
  }

  /** A file is at its end: what is parked of it from before has been read again. */
  void forgetEarlier(String file) {
    transactions.as(
        actor,
        tx -> {
          rows.forget(actor.organization(), run, file);
          return file;
        });
  }

  /** The first of those parked by this import. */
  List<Parked> first(int limit) {
    return transactions.reading(actor, () -> rows.ofRun(actor.organization(), run, limit));
  }
}
