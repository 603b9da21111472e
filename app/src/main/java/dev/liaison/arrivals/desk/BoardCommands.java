package dev.liaison.arrivals.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.web.Command;
import dev.liaison.web.CommandSource;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the board can do for nobody in particular, as commands. */
@Component
@Order(310)
class BoardCommands implements CommandSource {
  private static final Command WALK_IN = Command.act("user-plus", "Walk-in", "/walk-in", "W");

  @Override
  public List<Command> find(SignedIn person, String words) {
    return person.actor().role().isAtDesk() && WALK_IN.fits(words) ? List.of(WALK_IN) : List.of();
  }
}
