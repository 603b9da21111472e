package dev.liaison.web.desk;

import dev.liaison.web.DeskPlace;
import dev.liaison.web.KeyHint;
import java.util.ArrayList;
import java.util.List;

/** All keys that work on every page; a page's own stand in its key line. */
public record KeysPage(List<KeyHint> everywhere, List<KeyHint> lists, List<KeyHint> places) {
  static final KeysPage ALL =
      new KeysPage(
          KeyHint.list(
              "F2", "find a patient, also while typing",
              "/", "find a patient, outside of fields",
              "F4", "find an opening",
              "Ctrl K", "commands",
              "Ctrl Enter", "the main button of the page or drawer",
              "Esc", "close the top layer, back",
              "Ctrl Z", "undo what the last message says, outside of fields",
              "?", "all keys, outside of fields"),
          KeyHint.list(
              "↑ ↓", "in the list",
              "Home End", "first, last",
              "← →", "next lane or column",
              "Enter", "open",
              "Menu", "what can be done with this row",
              ".", "bring in the changes that wait"),
          goals());

  private static List<KeyHint> goals() {
    var hints = new ArrayList<KeyHint>();
    for (var place : DeskPlace.values()) {
      hints.add(new KeyHint(List.of("G", place.letter()), place.word()));
    }
    return List.copyOf(hints);
  }
}
