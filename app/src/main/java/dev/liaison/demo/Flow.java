package dev.liaison.demo;

import dev.liaison.arrivals.Stage;
import dev.liaison.demo.DemoCalendar.Waiting;
import dev.liaison.scheduling.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the patients of one practitioner are at this hour. Seven patterns, one for each
 * practitioner in turn, so that a clinic of seven shows all there is: the last to have begun first.
 */
final class Flow {
  /** Where a patient is; empty stages: expected, or did not come. */
  enum State {
    EXPECTED(null, 6, 75),
    NO_SHOW(null, 30, 600),
    ARRIVED(Stage.ARRIVED, 0, 35),
    CHECKED_IN(Stage.CHECKED_IN, 0, 45),
    ROOMED(Stage.ROOMED, 3, 55),
    WITH_CLINICIAN(Stage.WITH_CLINICIAN, 5, 75),
    LEAVING(Stage.LEAVING, 12, 95),
    FINISHED(Stage.FINISHED, 12, 1_440);

    private final Optional<Stage> stage;
    private final Duration shortest;
    private final Duration longest;

    /** Since how many minutes a visit has begun that is there, at least and at most. */
    State(@Nullable Stage stage, int least, int most) {
      this.stage = Optional.ofNullable(stage);
      this.shortest = Duration.ofMinutes(least);
      this.longest = Duration.ofMinutes(most);
    }

    private boolean suits(Waiting appointment, Instant now) {
      var since = Duration.between(appointment.startsAt(), now);
      return since.compareTo(shortest) >= 0 && since.compareTo(longest) <= 0;
    }

    Optional<Stage> stage() {
      return stage;
    }

    boolean takesRoom() {
      return this == ROOMED || this == WITH_CLINICIAN;
    }
  }

  private static final List<List<State>> BEGUN =
      List.of(
          List.of(State.WITH_CLINICIAN, State.LEAVING),
          List.of(State.ROOMED, State.WITH_CLINICIAN),
          List.of(State.EXPECTED, State.WITH_CLINICIAN, State.LEAVING),
          List.of(State.ARRIVED, State.WITH_CLINICIAN),
          List.of(State.CHECKED_IN, State.ROOMED, State.LEAVING),
          List.of(State.EXPECTED, State.CHECKED_IN, State.WITH_CLINICIAN, State.NO_SHOW),
          List.of(State.CHECKED_IN, State.WITH_CLINICIAN, State.LEAVING, State.NO_SHOW));

  // Just after the doors have opened each practitioner has begun with one patient only.
  private static final List<State> FIRST_OF_THE_DAY =
      List.of(
          State.WITH_CLINICIAN,
          State.ROOMED,
          State.EXPECTED,
          State.ARRIVED,
          State.CHECKED_IN,
          State.FINISHED,
          State.LEAVING);

  private static final List<State> NEXT =
      List.of(
          State.ARRIVED,
          State.EXPECTED,
          State.CHECKED_IN,
          State.EXPECTED,
          State.ARRIVED,
          State.EXPECTED,
          State.CHECKED_IN);

  static final int PATTERNS = BEGUN.size();
  private static final Duration SOON = Duration.ofMinutes(30);

  private Flow() {}

  /** The state of each of one practitioner's patients of today. */
  static Map<AppointmentId, State> of(int number, List<Waiting> theirs, Instant now) {
    var pattern = Math.floorMod(number, PATTERNS);
    var states = new HashMap<AppointmentId, State>();
    var begun =
        theirs.stream()
            .filter(a -> !a.startsAt().isAfter(now))
            .sorted(Comparator.comparing(Waiting::startsAt).reversed())
            .toList();
    for (var i = 0; i < begun.size(); i++) {
      var meant = begun.size() == 1 ? FIRST_OF_THE_DAY.get(pattern) : nth(BEGUN.get(pattern), i);
      states.put(begun.get(i).id(), inTime(meant, begun.get(i), now));
    }
    theirs.stream()
        .filter(a -> a.startsAt().isAfter(now))
        .min(Comparator.comparing(Waiting::startsAt))
        .filter(a -> a.startsAt().isBefore(now.plus(SOON)))
        .ifPresent(next -> states.put(next.id(), NEXT.get(pattern)));
    theirs.forEach(a -> states.putIfAbsent(a.id(), State.EXPECTED));
    return states;
  }

  /**
   * Sees to it that a place shows all there is: a state that nobody is in is given to somebody
   * whose visit began at a fitting time, and whose own state others are in too.
   */
  static void complete(Map<AppointmentId, State> states, List<Waiting> all, Instant now) {
    for (var state : State.values()) {
      if (state == State.NO_SHOW || count(states, all, state, now) > 0) {
        continue;
      }
      all.stream()
          .filter(a -> state.suits(a, now))
          .filter(a -> count(states, all, states.getOrDefault(a.id(), state), now) > 1)
          .max(Comparator.comparing(Waiting::startsAt))
          .ifPresent(a -> states.put(a.id(), state));
    }
  }

  /** How many are in it and show it: expected shows as late, once the time has come. */
  private static long count(
      Map<AppointmentId, State> states, List<Waiting> all, State state, Instant now) {
    return all.stream().filter(a -> states.get(a.id()) == state && state.suits(a, now)).count();
  }

  private static State nth(List<State> states, int number) {
    return number < states.size() ? states.get(number) : State.FINISHED;
  }

  /** Nobody waits from morning to evening: what began too long ago is over. */
  private static State inTime(State meant, Waiting appointment, Instant now) {
    var since = Duration.between(appointment.startsAt(), now);
    return since.compareTo(meant.longest) > 0 ? State.FINISHED : meant;
  }
}
