package dev.liaison.scheduling.desk;

import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.platform.time.WallTime;
import dev.liaison.scheduling.OpeningQuestion;
import dev.liaison.scheduling.OpeningWords.Understood;
import dev.liaison.scheduling.Scheduling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exact time in the past is no opening; what took place while the desk was down is entered.
 * Where the words fit several people or places, each is a line to choose from.
 */
final class Downtime {
  private final Names names;
  private final Location desk;
  private final Instant now;

  Downtime(Names names, Location desk, Instant now) {
    this.names = names;
    this.desk = desk;
    this.now = now;
  }

  /** What stands above the lines. */
  static String says(List<OpeningRow> rows) {
    return rows.size() == 1
        ? "That time is past. It can still be entered:"
        : "That time is past, and the words fit several. Choose the one to enter:";
  }

  /**
   * Empty when a word is unknown, the words leave more room than one time, or that time is not past
   * at the place.
   *
   * @param first the number of the first line
   */
  List<OpeningRow> rows(Understood understood, int first) {
    var question = understood.question();
    var exact = understood.exact();
    if (question == null || exact == null || !understood.unknown().isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<OpeningRow>();
    for (var choice : choices(question, exact)) {
      rows.add(row(choice, exact, first + rows.size()));
    }
    return rows;
  }

  private List<Choice> choices(OpeningQuestion question, LocalDateTime exact) {
    var asked = question.practitioners();
    var whom = names.resources().stream().filter(one -> asked.contains(one.id()));
    return (asked.isEmpty()
            ? with(null, question, exact)
            : whom.flatMap(one -> with(one, question, exact)))
        .filter(choice -> !choice.start().plus(Scheduling.RASTER).isAfter(now))
        .toList();
  }

  private Stream<Choice> with(
      @Nullable Resource whom, OpeningQuestion question, LocalDateTime exact) {
    var id = whom == null ? null : whom.id();
    return places(question, whom).stream()
        .map(place ->
            new Choice(question.type(), place.id(), id, WallTime.first(exact, place.zone()), true));
  }

  /** The places typed, else the desk's; a room or a device is where it is. */
  private List<Location> places(OpeningQuestion question, @Nullable Resource whom) {
    var fixed = whom == null ? null : whom.location();
    if (fixed != null) {
      return List.of(names.location(fixed));
    }
    return question.locations().isEmpty()
        ? List.of(desk)
        : names.locations().stream().filter(l -> question.locations().contains(l.id())).toList();
  }

  private OpeningRow row(Choice choice, LocalDateTime exact, int number) {
    var place = names.location(choice.location());
    var whom = choice.whom();
    return new OpeningRow(
        number <= 9 ? String.valueOf(number) : "",
        exact,
        OpeningRow.zone(place.zone(), desk.zone(), choice.start()),
        whom == null ? place.name() : names.resource(whom).name() + " · " + place.name(),
        "entered after downtime",
        choice.write(),
        LocalDate.ofInstant(now, place.zone()),
        true);
  }
}
