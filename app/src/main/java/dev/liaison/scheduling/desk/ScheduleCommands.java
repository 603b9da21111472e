package dev.liaison.scheduling.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.web.Command;
import dev.liaison.web.CommandSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the schedule can do, as commands. */
@Component
@Order(300)
class ScheduleCommands implements CommandSource {
  private static final Command FIND =
      Command.act("calendar-plus", "Find an opening", "/openings", "F4");
  private static final Command SHEET = Command.page("printer", "Day sheet", "/day-sheet", null);

  @Override
  public List<Command> find(SignedIn person, String words) {
    var role = person.actor().role();
    return Stream.of(FIND, SHEET)
        .filter(command -> command.fits(words))
        .filter(command -> role.isAtDesk() || (command == SHEET && role == Role.CLINICIAN))
        .toList();
  }
}
