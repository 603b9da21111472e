package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.desk.FollowUp.Offer;
import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.patients.PatientSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient without an appointment: what for, with whom, now or at an opening of today.
 *
 * @param now the time that a visit beginning now is booked for
 * @param expected the visit of today that the patient may have come for; null when there is none
 * @param note why nothing was booked; null at first
 */
public record WalkInPage(
    PatientSummary patient,
    Location location,
    UUID request,
    List<AppointmentType> types,
    AppointmentType type,
    List<Resource> practitioners,
    @Nullable Resource practitioner,
    Instant now,
    List<Offer> offers,
    @Nullable Expected expected,
    @Nullable String note) {

  public WalkInPage {
    types = List.copyOf(types);
    practitioners = List.copyOf(practitioners);
    offers = List.copyOf(offers);
  }

  /**
   * A visit that the patient has today.
   *
   * @param words {@code Expected 10:30pm with Dr. Okafor}
   * @param path where that visit is checked in
   */
  public record Expected(String words, String path) {}

  /** A visit or a practitioner to choose. */
  public record Option(String value, String words, boolean chosen) {}

  /** A time to choose; its number is the key that does. */
  public record Choice(
      int number, String value, String hour, String half, String whom, boolean chosen) {}

  public String name() {
    return patient.name().spoken();
  }

  public Identity identity() {
    return Identity.of(patient, LocalDate.ofInstant(now, location.zone()));
  }

  public String initials() {
    return Initials.of(patient.name());
  }

  public String path() {
    return "/patients/" + patient.id().value() + "/walk-in";
  }

  public List<Option> visits() {
    return types.stream()
        .map(one ->
            new Option(
                one.id().value().toString(),
                one.name() + " " + one.length().toMinutes() + " min",
                one.equals(type)))
        .toList();
  }

  public List<Option> people() {
    return practitioners.stream()
        .map(one -> new Option(one.id().value().toString(), one.name(), one.equals(practitioner)))
        .toList();
  }

  /** Now first, then what is free today. */
  public List<Choice> choices() {
    var words = new DayWords(location.zone());
    var whom = practitioner == null ? "whoever is free" : practitioner.name();
    var at =
        new ChosenOpening(
            type.id(), location.id(), practitioner == null ? null : practitioner.id(), now);
    var choices = new ArrayList<Choice>();
    choices.add(new Choice(1, at.write(), words.hour(now), words.half(now), "Now, " + whom, true));
    for (var offer : offers) {
      var start = offer.opening().during().start();
      choices.add(
          new Choice(
              choices.size() + 1,
              ChosenOpening.of(offer.opening()).write(),
              words.hour(start),
              words.half(start),
              offer.whom(),
              false));
    }
    return choices;
  }
}
