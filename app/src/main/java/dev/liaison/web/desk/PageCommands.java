package dev.liaison.web.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.web.Command;
import dev.liaison.web.CommandSource;
import dev.liaison.web.DeskPlace;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The places of the rail and the shell's own pages, as commands. */
@Component
@Order(900)
class PageCommands implements CommandSource {
  private static final List<Command> PAGES = pages();

  @Override
  public List<Command> find(SignedIn person, String words) {
    return PAGES.stream().filter(page -> page.fits(words)).toList();
  }

  private static List<Command> pages() {
    var pages = new ArrayList<Command>();
    for (var place : DeskPlace.values()) {
      pages.add(Command.page(place.icon(), place.word(), place.href(), "G " + place.letter()));
    }
    pages.add(Command.page("history", "Recent", "/recent", null));
    pages.add(Command.page("keyboard", "All keys", "/keys", "?"));
    return List.copyOf(pages);
  }
}
