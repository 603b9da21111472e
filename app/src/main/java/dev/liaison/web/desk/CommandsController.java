package dev.liaison.web.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.web.Command;
import dev.liaison.web.CommandSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Commands: what was typed goes by POST, since it may be a name. */
@Controller
class CommandsController {
  private static final int PER_SOURCE = 8;

  private final List<CommandSource> sources;

  CommandsController(List<CommandSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @GetMapping("/commands")
  ModelAndView open(SignedIn person) {
    return new ModelAndView("web/commands", "page", find(person, ""));
  }

  @PostMapping("/commands")
  ModelAndView find(
      SignedIn person,
      @RequestParam(defaultValue = "") String words,
      @RequestHeader(value = "HX-Request", defaultValue = "false") boolean script) {
    var page = find(person, words);
    return new ModelAndView(script ? "web/commandList" : "web/commands", "page", page);
  }

  private CommandsPage find(SignedIn person, String words) {
    var shortened = words.length() > 200 ? words.substring(0, 200) : words;
    var commands = new ArrayList<Command>();
    for (var source : sources) {
      commands.addAll(source.find(person, shortened.strip()).stream().limit(PER_SOURCE).toList());
    }
    return new CommandsPage(words, commands);
  }
}
