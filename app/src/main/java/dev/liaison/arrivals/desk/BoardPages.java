package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Board;
import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.facility.Facility;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.Resource.Category;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads boards: whole for a page, with its audit, and as they were for what lives. */
@Component
class BoardPages {
  private final Board board;
  private final Facility facility;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  BoardPages(Board board, Facility facility, Audit audit, Transactions transactions, Clock clock) {
    this.board = board;
    this.facility = facility;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The board as it is shown to somebody: one audited read of all whom it names. */
  BoardPage audited(Actor actor, Location location, BoardFilter filter) {
    return transactions.reading(
        actor,
        () -> {
          var page = page(actor, location, filter);
          var shown =
              page.all().stream()
                  .filter(filter::shows)
                  .map(line -> line.row().patient().value())
                  .toList();
          audit.record(
              actor, AuditEvent.of(Action.READ, "board", location.id().value()).showing(shown));
          return page;
        });
  }

  /**
   * The board as it is, for who draws a change of it; what that names is audited where it is sent.
   */
  BoardPage page(Actor actor, Location location, BoardFilter filter) {
    return transactions.reading(
        actor,
        () ->
            BoardPage.of(
                location,
                clock.instant(),
                board.today(actor, location),
                filter,
                roomsOf(actor, location).size(),
                actor.role()));
  }

  List<Resource> roomsOf(Actor actor, Location location) {
    return facility.resources(actor).stream()
        .filter(resource -> resource.category() == Category.ROOM)
        .filter(room -> location.id().equals(room.location()))
        .toList();
  }
}
