package dev.liaison.arrivals;

import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.UserId;
import dev.liaison.scheduling.AppointmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit of an appointment as it went, told after the fact.
 *
 * @param stages what it went through, in order, the first of them {@link Stage#ARRIVED}
 * @param room null when the patient was in none yet
 * @param followUp what the clinician asks for, in the words of the opening search
 */
public record ReplayedVisit(
    AppointmentId appointment,
    List<Reached> stages,
    @Nullable ResourceId room,
    @Nullable String followUp) {

  /** A stage, when it was reached, and who said so. */
  public record Reached(Stage stage, Instant at, UserId by) {}

  public ReplayedVisit {
    stages = List.copyOf(stages);
    if (stages.isEmpty() || stages.getFirst().stage() != Stage.ARRIVED) {
      throw new IllegalArgumentException("A visit begins with the arrival");
    }
  }

  Reached now() {
    return stages.getLast();
  }

  /** Check-in is where the patient is identified. */
  @Nullable Instant identifiedAt() {
    return stages.stream()
        .filter(reached -> reached.stage() == Stage.CHECKED_IN)
        .map(Reached::at)
        .findFirst()
        .orElse(null);
  }
}
