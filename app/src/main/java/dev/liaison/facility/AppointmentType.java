package dev.liaison.facility;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sort of visit.
 *
 * @param code two to four letters for narrow columns: FU, NEW
 * @param family colour and bar pattern on the grid: teal, blue, iris, plum, rust, olive, green,
 *     slate
 * @param length how long the patient is told to stay
 * @param needs the kinds of resources it takes at once; the first practitioner's is the one the
 *     patient comes to see
 */
public record AppointmentType(
    AppointmentTypeId id,
    String name,
    String code,
    String family,
    Duration length,
    @Nullable String instructions,
    List<Need> needs) {

  /**
   * A kind of resource, and its own busy time.
   *
   * @param offset from the patient's start to the resource's; negative is set-up
   * @param busy set-up and clean-up included
   */
  public record Need(String kind, Duration offset, Duration busy) {}

  public AppointmentType {
    needs = List.copyOf(needs);
  }
}
