package dev.liaison.identity;

import java.time.Duration;

/** What became of a name and a password. */
public sealed interface LoginOutcome {
  /**
   * Logged in.
   *
   * @param token the secret that the browser shows from now on; kept nowhere else
   */
  record In(String token) implements LoginOutcome {
    @Override
    public String toString() {
      return "In";
    }
  }

  /** The right person, who must say first for which organization. */
  record Choose(String token) implements LoginOutcome {
    @Override
    public String toString() {
      return "Choose";
    }
  }

  /** Name or password is wrong, or leads nowhere; which of them is not told. */
  record Refused() implements LoginOutcome {}

  /** Too many attempts: under this name from this address, or by everybody at this moment. */
  record TryLater(Duration time) implements LoginOutcome {}
}
