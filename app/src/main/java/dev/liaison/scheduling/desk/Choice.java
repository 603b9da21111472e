package dev.liaison.scheduling.desk;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.NotHere;
import dev.liaison.scheduling.Opening;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An opening as a page posts it back: identifiers and an instant, not the text of a time.
 *
 * @param whom the practitioner, room or device
 * @param downtime whether it is past, and entered after downtime
 */
record Choice(
    AppointmentTypeId type,
    LocationId location,
    @Nullable ResourceId whom,
    Instant start,
    boolean downtime) {
  private static final String AFTER_DOWNTIME = "downtime";

  static Choice of(Opening opening) {
    var whom = opening.practitioner();
    return new Choice(
        opening.type(),
        opening.location(),
        whom == null ? opening.claims().getFirst().resource() : whom,
        opening.during().start(),
        false);
  }

  /** Empty when no page of ours has written it. */
  static Optional<Choice> read(String text) {
    var parts = text.split("~", -1);
    if (parts.length != 5) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Choice(
              AppointmentTypeId.of(parts[0]),
              LocationId.of(parts[1]),
              parts[2].isEmpty() ? null : ResourceId.of(parts[2]),
              Instant.parse(parts[3]),
              parts[4].equals(AFTER_DOWNTIME)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What of it is another organization's, or nobody's. */
  Optional<NotHere> foreign(Names names) {
    if (names.types().stream().noneMatch(t -> t.id().equals(type))) {
      return Optional.of(new NotHere("appointment-type", type.value()));
    }
    if (names.locations().stream().noneMatch(l -> l.id().equals(location))) {
      return Optional.of(new NotHere("location", location.value()));
    }
    return whom == null || names.resources().stream().anyMatch(r -> r.id().equals(whom))
        ? Optional.empty()
        : Optional.of(new NotHere("resource", whom.value()));
  }

  String write() {
    return type.value()
        + "~"
        + location.value()
        + "~"
        + (whom == null ? "" : whom.value())
        + "~"
        + start
        + "~"
        + (downtime ? AFTER_DOWNTIME : "");
  }
}
