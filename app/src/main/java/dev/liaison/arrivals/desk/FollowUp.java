package dev.liaison.arrivals.desk;

import static java.util.Objects.requireNonNullElse;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.desk.VisitPages.Subject;
import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.time.WhenWords;
import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.scheduling.Opening;
import dev.liaison.scheduling.OpeningQuestion;
import dev.liaison.scheduling.OpeningWords;
import dev.liaison.scheduling.OpeningWords.Understood;
import dev.liaison.scheduling.Scheduling;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what the clinician asks for into openings. The words are the opening search's, with what a
 * follow-up leaves out filled in: the same visit, the same practitioner, the same place. A distance
 * ({@code +4w}) is the day that is aimed at, not how far the search looks.
 */
@Component
class FollowUp {
  static final int SHOWN = 3;
  private static final String NO_VISIT =
      "The visit is not offered here any more. Name another, as new or fu.";

  private final Scheduling scheduling;
  private final Facility facility;
  private final Clock clock;

  FollowUp(Scheduling scheduling, Facility facility, Clock clock) {
    this.scheduling = scheduling;
    this.facility = facility;
    this.clock = clock;
  }

  /**
   * What was understood and what is free.
   *
   * @param aim the day asked for; null when none was
   * @param says what was understood; empty when nothing was
   * @param missed what was not understood, as a sentence; null when everything was
   */
  record Found(List<Offer> offers, @Nullable LocalDate aim, String says, @Nullable String missed) {
    static final Found NOTHING = new Found(List.of(), null, "", null);
  }

  /** One opening, with what it is called. */
  record Offer(Opening opening, ZoneId zone, String whom) {}

  /**
   * Searches with the words that were understood, and names those that were not: an order with one
   * slip in it is still an order.
   */
  Found find(Actor actor, Subject subject, String typed) {
    if (typed.isBlank()) {
      return Found.NOTHING;
    }
    var names = names(actor);
    var habits = habits(subject);
    var asTyped = asTyped(typed, names, habits, subject.row());
    var clear = without(asTyped.unknown(), typed);
    var understood = read(clear, names, habits, subject.row());
    var question = understood.question();
    if (question == null || clear.isBlank()) {
      return new Found(List.of(), null, "", requireNonNullElse(asTyped.fault(), NO_VISIT));
    }
    var aim = question.aim();
    var asked = filled(question, clear, subject);
    var offers =
        scheduling.openings(actor, asked, SHOWN).stream()
            .map(opening -> offer(opening, names))
            .toList();
    return new Found(offers, aim, says(understood, aim), asTyped.fault());
  }

  /** What the search would not understand of these words, as a sentence; null when nothing. */
  @Nullable String refusal(Actor actor, Subject subject, String typed) {
    return asTyped(typed, names(actor), habits(subject), subject.row()).fault();
  }

  private Habits habits(Subject subject) {
    return Habits.of(LocalDate.ofInstant(clock.instant(), subject.location().zone()));
  }

  /** The typed words alone: a visit that is no longer offered is not the typist's slip. */
  private static Understood asTyped(String typed, Names names, Habits habits, BoardRow row) {
    return OpeningWords.read(
        typed, names.types(), names.resources(), names.locations(), habits, row.patient());
  }

  private static String without(List<String> words, String typed) {
    return WhenWords.tokens(typed).stream()
        .filter(token -> !words.contains(token))
        .collect(Collectors.joining(" "));
  }

  /** Openings with what they are called. */
  List<Offer> offers(Actor actor, List<Opening> openings) {
    var names = names(actor);
    return openings.stream().map(opening -> offer(opening, names)).toList();
  }

  private Names names(Actor actor) {
    return new Names(
        facility.appointmentTypes(actor), facility.resources(actor), facility.locations(actor));
  }

  private record Names(
      List<AppointmentType> types, List<Resource> resources, List<Location> locations) {}

  /** Without a visit named, the follow-up is the same one. */
  private static Understood read(String typed, Names names, Habits habits, BoardRow row) {
    var read =
        OpeningWords.read(
            typed, names.types(), names.resources(), names.locations(), habits, row.patient());
    return read.type() != null
        ? read
        : OpeningWords.read(
            row.typeCode() + " " + typed,
            names.types(),
            names.resources(),
            names.locations(),
            habits,
            row.patient());
  }

  private static OpeningQuestion filled(OpeningQuestion question, String typed, Subject subject) {
    var practitioner = subject.row().practitionerId();
    var anybody =
        WhenWords.tokens(typed).stream().anyMatch(w -> w.equals("any") || w.equals("anyone"));
    var asked = question;
    if (question.practitioners().isEmpty() && practitioner != null && !anybody) {
      asked = asked.with(Set.of(practitioner));
    }
    return question.locations().isEmpty() ? asked.at(Set.of(subject.location().id())) : asked;
  }

  private static Offer offer(Opening opening, Names names) {
    var location =
        names.locations().stream()
            .filter(place -> place.id().equals(opening.location()))
            .findFirst()
            .orElseThrow();
    var whom = new ArrayList<String>();
    var resource =
        opening.practitioner() == null
            ? opening.claims().getFirst().resource()
            : opening.practitioner();
    names.resources().stream()
        .filter(known -> known.id().equals(resource))
        .map(Resource::name)
        .forEach(whom::add);
    whom.add(location.name());
    return new Offer(opening, location.zone(), String.join(" · ", whom));
  }

  private static String says(Understood understood, @Nullable LocalDate aim) {
    var chips = new ArrayList<>(understood.chips());
    if (aim != null) {
      // The last of them is the day that is aimed at: here it is what matters most.
      chips.removeLast();
      chips.addFirst("Around " + DayWords.day(aim));
    }
    return String.join(" · ", chips);
  }
}
