package dev.liaison.web;

import dev.liaison.identity.SignedIn;
import java.util.List;

/**
 * What a feature adds to the list behind Ctrl K. A bean of this type is found by itself; sources
 * are asked in the order of their {@code @Order}.
 */
public interface CommandSource {
  /**
   * What fits the words typed, best first; before anything is typed, what one most likely wants.
   *
   * @param words as typed; empty at first
   */
  List<Command> find(SignedIn person, String words);
}
