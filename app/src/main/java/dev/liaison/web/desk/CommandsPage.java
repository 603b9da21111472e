package dev.liaison.web.desk;

import dev.liaison.web.Command;
import java.util.ArrayList;
import java.util.List;

/** The list behind Ctrl K. */
public record CommandsPage(String words, List<Command> commands) {
  /** Commands under one head, numbered through the whole list. */
  public record Section(String title, List<Line> lines) {}

  /** One command and its number in the list. */
  public record Line(int number, Command command) {}

  public CommandsPage {
    commands = List.copyOf(commands);
  }

  /** Patients first, then acts, then pages. */
  public List<Section> sections() {
    var sections = new ArrayList<Section>();
    var number = 0;
    for (var group : Command.Group.values()) {
      var lines = new ArrayList<Line>();
      for (var command : commands) {
        if (command.group() == group) {
          lines.add(new Line(++number, command));
        }
      }
      if (!lines.isEmpty()) {
        sections.add(new Section(group.title(), List.copyOf(lines)));
      }
    }
    return List.copyOf(sections);
  }
}
