package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.desk.VisitPages.Subject;
import dev.liaison.facility.Resource;
import dev.liaison.facility.ResourceId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of the place, the first free one chosen.
 *
 * @param note why the patient is not in the room asked for; null at first
 */
public record RoomPage(
    Subject subject, List<Resource> rooms, Set<ResourceId> inUse, @Nullable String note) {
  private static final int KEYS = 9;

  /**
   * One room.
   *
   * @param key the digit that chooses it; empty beyond the ninth
   */
  public record Choice(String key, UUID id, String name, boolean free, boolean chosen) {}

  public String name() {
    return subject.name();
  }

  public Identity identity() {
    return subject.identity();
  }

  public String initials() {
    return Initials.of(subject.patient().summary().name());
  }

  public String sub() {
    return subject.line().state() + " · " + subject.line().what() + subject.withWhom();
  }

  public String path() {
    var visit = subject.row().visit();
    return "/visits/" + (visit == null ? "" : visit.value()) + "/room";
  }

  public int version() {
    return subject.row().version();
  }

  public List<Choice> choices() {
    var first = rooms.stream().map(Resource::id).filter(id -> !inUse.contains(id)).findFirst();
    return IntStream.range(0, rooms.size())
        .mapToObj(n -> {
          var room = rooms.get(n);
          return new Choice(
              n < KEYS ? String.valueOf(n + 1) : "",
              room.id().value(),
              room.name(),
              !inUse.contains(room.id()),
              first.filter(room.id()::equals).isPresent());
        })
        .toList();
  }

  public boolean full() {
    return rooms.stream().map(Resource::id).allMatch(inUse::contains);
  }
}
