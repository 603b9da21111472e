package dev.liaison.web;

import dev.liaison.identity.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  Found find(SignedIn person, String words);

  /**
   * The answer of one source.
   *
   * @param stood takes a POST once the list has stood for a second: there a search that was looked
   *     at is written into the audit; null when nobody is named
   */
  record Found(List<Command> commands, @Nullable String stood) {
    public Found {
      commands = List.copyOf(commands);
    }

    public static Found of(List<Command> commands) {
      return new Found(commands, null);
    }
  }
}
