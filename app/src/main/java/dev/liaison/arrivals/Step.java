package dev.liaison.arrivals;

import dev.liaison.facility.ResourceId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a visit becomes by one change; whatever a change does not touch stays as it was. */
record Step(
    Visit seen,
    Instant at,
    Stage stage,
    Instant since,
    @Nullable ResourceId room,
    @Nullable Instant identifiedAt,
    @Nullable String followUp,
    @Nullable String why) {

  static Step from(Visit seen, Instant at) {
    return new Step(
        seen,
        at,
        seen.stage(),
        seen.stageSince(),
        seen.room(),
        seen.identifiedAt(),
        seen.followUp(),
        null);
  }

  Step to(Stage next) {
    return to(next, at);
  }

  /** Who is not yet in a room, or is not here by mistake, has none. */
  Step to(Stage next, Instant from) {
    var keeps = next.compareTo(Stage.ROOMED) >= 0;
    return new Step(seen, at, next, from, keeps ? room : null, identifiedAt, followUp, why);
  }

  Step in(ResourceId next) {
    return new Step(seen, at, stage, since, next, identifiedAt, followUp, why);
  }

  Step identified() {
    return new Step(seen, at, stage, since, room, at, followUp, why);
  }

  Step asking(@Nullable String next) {
    return new Step(seen, at, stage, since, room, identifiedAt, next, why);
  }

  Step because(@Nullable String reason) {
    return new Step(seen, at, stage, since, room, identifiedAt, followUp, reason);
  }

  /** Whether the patient comes into a room by this, from wherever, or stays there anew. */
  boolean takesRoom() {
    return stage.isInRoom()
        && !(stage == seen.stage()
            && since.equals(seen.stageSince())
            && Objects.equals(room, seen.room()));
  }

  /** Whether a visit already is what this step makes of it, or has gone on from there. */
  boolean isDoneIn(Visit now) {
    return !now.stage().comesBefore(stage)
        && (room == null || room.equals(now.room()))
        && (identifiedAt == null || now.identifiedAt() != null)
        && Objects.equals(followUp, now.followUp());
  }

  /** An arrival after one in error is the arrival that counts. */
  Instant arrivedAt() {
    return seen.stage() == Stage.ENTERED_IN_ERROR ? since : seen.arrivedAt();
  }

  @Nullable Instant finishedAt() {
    return stage.isOver() ? since : null;
  }
}
