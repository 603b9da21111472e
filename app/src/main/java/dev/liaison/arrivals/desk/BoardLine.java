package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.Stage;
import dev.liaison.patients.BirthDate;
import dev.liaison.patients.PersonName;
import dev.liaison.platform.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the board, in words ready to show.
 *
 * @param role of who looks at it, by which its acts are
 */
public record BoardLine(BoardRow row, Instant now, DayWords words, Role role) {
  private static final int MOST_CHIPS = 2;

  /** How long somebody waits or is late; {@code since} lets the number go on by itself. */
  public record Wait(
      String tone, @Nullable String icon, Instant since, long minutes, String unit) {}

  Group group() {
    return Group.of(row, now);
  }

  public String id() {
    return "v-" + row.appointment().value();
  }

  /** Rows of a group stand in its order: who was told an earlier time comes first. */
  public String order() {
    return "%012d-%s".formatted(row.startsAt().getEpochSecond(), row.appointment().value());
  }

  /** Gone and done with: one line. */
  public boolean done() {
    return row.stage() == Stage.FINISHED;
  }

  public String hour() {
    return words.hour(row.startsAt());
  }

  public String half() {
    return words.half(row.startsAt());
  }

  /** Where the name leads: what there is to know and to do. */
  public String path() {
    return "/appointments/" + row.appointment().value() + "/visit";
  }

  public PersonName name() {
    return row.name();
  }

  public BoardActs acts() {
    return BoardActs.of(row, now, role);
  }

  public @Nullable Wait waiting() {
    var since = row.stageSince();
    return switch (group()) {
      case LATE -> wait(Patience.ofLateness(row.startsAt(), now), row.startsAt(), "min late");
      case NEXT_HOUR, LATER, GONE -> null;
      case WITH_CLINICIAN ->
          since == null ? null : new Wait("", null, since, minutes(since), "min");
      case TO_CHECK_IN, WAITING, ROOMED, TO_CHECK_OUT ->
          since == null ? null : wait(Patience.ofWaiting(since, now), since, "min");
    };
  }

  BoardLine asOf(Instant then) {
    return new BoardLine(row, then, words, role);
  }

  /** Whether the row stands in the same place with the same urgency, its minutes aside. */
  boolean looksLike(BoardLine other) {
    var mine = waiting();
    var theirs = other.waiting();
    return group() == other.group()
        && (mine == null ? "" : mine.tone()).equals(theirs == null ? "" : theirs.tone());
  }

  private Wait wait(Patience patience, Instant since, String unit) {
    return switch (patience) {
      case FINE -> new Wait("", "clock", since, minutes(since), unit);
      case SOON -> new Wait("warn", "alarm-clock", since, minutes(since), unit);
      case LONG -> new Wait("bad", "octagon-alert", since, minutes(since), unit);
    };
  }

  private long minutes(Instant since) {
    return Math.max(0, Duration.between(since, now).toMinutes());
  }

  /** Whether the wait has gone over the first threshold. */
  boolean waitsTooLong() {
    var since = row.stageSince();
    return since != null
        && switch (group()) {
          case TO_CHECK_IN, WAITING, ROOMED, TO_CHECK_OUT ->
              Patience.ofWaiting(since, now) != Patience.FINE;
          default -> false;
        };
  }

  public String icon() {
    return switch (row.stage()) {
      case ENTERED_IN_ERROR ->
          switch (row.status()) {
            case NOSHOW -> "user-x";
            case CANCELLED, ENTERED_IN_ERROR -> "calendar-x";
            case PROPOSED, HELD, BOOKED, FULFILLED -> row.confirmed() ? "circle" : "circle-dashed";
          };
      case ARRIVED -> "circle-dot";
      case CHECKED_IN -> "circle-check";
      case ROOMED -> "door-closed";
      case WITH_CLINICIAN -> "stethoscope";
      case LEAVING -> "log-out";
      case FINISHED -> "check-check";
      case LEFT_WITHOUT_BEING_SEEN -> "user-x";
    };
  }

  public String state() {
    return switch (row.stage()) {
      case ENTERED_IN_ERROR ->
          switch (row.status()) {
            case NOSHOW -> "No-show";
            case CANCELLED -> "Cancelled";
            case ENTERED_IN_ERROR -> "Entered in error";
            case FULFILLED -> "Done";
            case PROPOSED, HELD, BOOKED -> row.confirmed() ? "Confirmed" : "Booked";
          };
      case ARRIVED -> "To check in";
      case CHECKED_IN -> "Checked in";
      case ROOMED -> "Roomed";
      case WITH_CLINICIAN -> "With clinician";
      case LEAVING -> "To check out";
      case FINISHED -> "Done";
      case LEFT_WITHOUT_BEING_SEEN -> "Left without being seen";
    };
  }

  /** {@code 65 F · Okafor · Follow-up 20}; in a room the room comes before the practitioner. */
  public String sub() {
    var what =
        switch (group()) {
          case TO_CHECK_OUT ->
              row.followUp() == null ? "No follow-up" : "Follow-up " + row.followUp();
          case GONE -> done() ? null : state();
          default -> what();
        };
    var room = group().lane() == Group.Lane.ROOMS ? row.room() : null;
    return Stream.of(whom(), room, row.practitioner(), what)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /** {@code Follow-up 20}. */
  public String what() {
    return row.type() + " " + row.minutes();
  }

  /** Age and sex: {@code 65 F}; months for the little ones. */
  public String whom() {
    var born = row.birthDate();
    if (born == null) {
      return row.sex().letter();
    }
    var years = Period.between(born, today()).getYears();
    var age = years >= 2 ? String.valueOf(years) : BirthDate.age(born, today());
    return age + " " + row.sex().letter();
  }

  /** The date at the place. */
  LocalDate today() {
    return now.atZone(words.zone()).toLocalDate();
  }

  public String practitioner() {
    var family = row.practitioner();
    return family == null ? "" : family;
  }

  /** Whether whoever booked left word for the desk. */
  public boolean noted() {
    return row.note() != null;
  }

  /** The worst first, two at most. */
  public List<Chip> chips() {
    var all = new ArrayList<Chip>();
    if (row.stage().isPresent()
        && row.stage().compareTo(Stage.CHECKED_IN) > 0
        && row.identifiedAt() == null) {
      all.add(new Chip("user-x", "Not identified", "warn"));
    }
    var language = row.language();
    if (language != null && !language.startsWith("en")) {
      all.add(new Chip("languages", language.split("-")[0].toUpperCase(Locale.ROOT), "acc"));
    }
    return all.size() <= MOST_CHIPS ? List.copyOf(all) : List.copyOf(all.subList(0, MOST_CHIPS));
  }
}
