package dev.liaison.arrivals;

import dev.liaison.platform.tenancy.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a visit, first to last. */
record StageHistory(List<StageChange> changes) {
  StageHistory {
    changes = List.copyOf(changes);
  }

  /** A stage and since when the visit was at it, takings-back not counted. */
  record Stood(Stage stage, Instant since) {}

  /** Whether this person has already done that after the version the desk saw. */
  boolean holds(Stage stage, int afterVersion, UserId login) {
    return changes.stream()
        .anyMatch(c -> c.number() > afterVersion && c.stage() == stage && c.login().equals(login));
  }

  Optional<StageChange> last() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
  }

  /**
   * Where a visit at that stage is taken back to. Its waiting time goes on from when it first came
   * there, as if the mistake had not been made.
   */
  Optional<Stood> before(Stage stage) {
    var present = sinceLastArrival();
    return present.reversed().stream()
        .filter(c -> c.stage().comesBefore(stage))
        .findFirst()
        .map(back ->
            present.stream()
                .filter(c -> c.stage() == back.stage())
                .findFirst()
                .map(first -> new Stood(first.stage(), first.at()))
                .orElseThrow());
  }

  private List<StageChange> sinceLastArrival() {
    var error =
        changes.stream().map(StageChange::stage).toList().lastIndexOf(Stage.ENTERED_IN_ERROR);
    return changes.subList(error + 1, changes.size());
  }
}
