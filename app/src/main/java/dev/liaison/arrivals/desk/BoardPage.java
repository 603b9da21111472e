package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.BoardRow;
import dev.liaison.arrivals.Stage;
import dev.liaison.arrivals.desk.BoardFilter.Question;
import dev.liaison.facility.Location;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Today's board of one place: four lanes of groups of rows, and the questions that their counts
 * ask.
 *
 * @param all rows of the day, whoever sees them
 */
public record BoardPage(
    Location location, Instant now, List<BoardLine> all, BoardFilter filter, int rooms, Role role) {

  public BoardPage {
    all = List.copyOf(all);
  }

  static BoardPage of(
      Location location,
      Instant now,
      List<BoardRow> rows,
      BoardFilter filter,
      int rooms,
      Role role) {
    var words = new DayWords(location.zone());
    var lines = rows.stream().map(row -> new BoardLine(row, now, words, role)).toList();
    return new BoardPage(location, now, lines, filter, rooms, role);
  }

  /** A count that asks for a person. */
  public record Need(
      String id,
      String value,
      long count,
      String words,
      String icon,
      String tone,
      boolean pressed) {}

  /** A column. */
  public record LaneView(
      String key, String title, long count, String push, List<GroupView> groups, String nobody) {}

  /** Rows under one head; hidden while there are none. */
  public record GroupView(String id, String title, List<BoardLine> lines) {}

  /** A practitioner of the day, to look at alone. */
  public record Choice(UUID id, String name, boolean chosen) {}

  public String day() {
    return new DayWords(location.zone()).day(now);
  }

  /** The name of the live part. */
  public String live() {
    return "board/" + filter.key();
  }

  public List<Need> needs() {
    return Arrays.stream(Question.values()).map(this::need).toList();
  }

  private Need need(Question question) {
    var count =
        all.stream()
            .filter(line -> filter.isOfPractitioner(line.row()) && question.asksFor(line))
            .count();
    return new Need(
        "n-" + question.code(),
        question.code(),
        count,
        question.words(),
        count == 0 ? "check" : question.icon(),
        count == 0 ? "dim3" : question.tone(),
        question == filter.only());
  }

  public List<LaneView> lanes() {
    return Arrays.stream(Group.Lane.values()).map(this::lane).toList();
  }

  private LaneView lane(Group.Lane lane) {
    var groups = lane.groups().stream().map(group -> group(group)).toList();
    return new LaneView(lane.key(), lane.title(), count(lane), push(lane), groups, nobody(lane));
  }

  /** What stands in an empty lane. */
  private String nobody(Group.Lane lane) {
    if (filter.only() != null) {
      return "Nobody of those here.";
    }
    return switch (lane) {
      case EXPECTED -> "Nobody else is expected today.";
      case HERE -> "Nobody waits.";
      case ROOMS -> "No patient is in a room.";
      case LEAVING -> "Nobody has left yet.";
    };
  }

  private GroupView group(Group group) {
    return new GroupView(group.id(), group.title(), shown(group).toList());
  }

  private Stream<BoardLine> shown(Group group) {
    return all.stream()
        .filter(line -> line.group() == group && filter.shows(line))
        .sorted(Comparator.comparing(BoardLine::order));
  }

  private Stream<BoardLine> shown(Group.Lane lane) {
    return all.stream().filter(line -> line.group().lane() == lane && filter.shows(line));
  }

  /** Whom the lane holds; who is gone does not count. */
  private long count(Group.Lane lane) {
    return shown(lane).filter(line -> line.group() != Group.GONE).count();
  }

  /** What the head of a lane says at its right end. */
  private String push(Group.Lane lane) {
    return switch (lane) {
      case EXPECTED -> {
        var late = shown(Group.LATE).count();
        yield late == 0 ? "" : late + " of " + count(lane) + " late";
      }
      case HERE ->
          shown(lane)
              .map(BoardLine::waiting)
              .filter(Objects::nonNull)
              .mapToLong(BoardLine.Wait::minutes)
              .max()
              .stream()
              .mapToObj(longest -> "longest wait " + longest + " min")
              .findFirst()
              .orElse("");
      case ROOMS -> {
        var used =
            all.stream()
                .filter(line -> line.group().lane() == lane)
                .map(line -> line.row().room())
                .filter(Objects::nonNull)
                .count();
        yield rooms == 0 ? "" : used + " of " + rooms + " rooms in use";
      }
      case LEAVING -> gone();
    };
  }

  private String gone() {
    var gone = shown(Group.GONE).map(BoardLine::row).toList();
    var noShows = gone.stream().filter(row -> row.status() == AppointmentStatus.NOSHOW).count();
    var unseen = gone.stream().filter(row -> row.stage() == Stage.LEFT_WITHOUT_BEING_SEEN).count();
    var done = gone.size() - noShows - unseen;
    return Stream.of(
            done == 0 ? null : done + " gone",
            noShows == 0 ? null : noShows + (noShows == 1 ? " no-show" : " no-shows"),
            unseen == 0 ? null : unseen + " left unseen")
        .filter(Objects::nonNull)
        .reduce((a, b) -> a + " · " + b)
        .orElse("");
  }

  /** Who sees patients here today. */
  public List<Choice> practitioners() {
    return all.stream()
        .map(BoardLine::row)
        .filter(row -> row.practitionerId() != null && row.practitioner() != null)
        .collect(
            Collectors.toMap(
                row -> Objects.requireNonNull(row.practitionerId()),
                row -> Objects.requireNonNull(row.practitioner()),
                (one, same) -> one))
        .entrySet()
        .stream()
        .map(entry -> choice(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Choice::name))
        .toList();
  }

  private Choice choice(ResourceId id, String name) {
    return new Choice(id.value(), name, id.equals(filter.practitioner()));
  }

  /** The practitioner looked at; null: all. */
  public @Nullable String practitioner() {
    return practitioners().stream()
        .filter(Choice::chosen)
        .map(Choice::name)
        .findFirst()
        .orElse(null);
  }

  /** What stays asked when the other filter changes. */
  public String only() {
    var only = filter.only();
    return only == null ? "" : only.code();
  }

  public String practitionerId() {
    var id = filter.practitioner();
    return id == null ? "" : id.value().toString();
  }

  /** The first row that waits for the desk: where the focus begins. */
  public String first() {
    return Stream.of(
            Group.TO_CHECK_IN,
            Group.TO_CHECK_OUT,
            Group.LATE,
            Group.NEXT_HOUR,
            Group.WAITING,
            Group.ROOMED,
            Group.WITH_CLINICIAN,
            Group.LATER,
            Group.GONE)
        .flatMap(this::shown)
        .map(BoardLine::id)
        .findFirst()
        .orElse("");
  }

  /** Whether this role takes in who has no appointment. */
  public boolean walkIns() {
    return BoardActs.may(role, "w");
  }
}
