package dev.liaison.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * Liaison cannot start, for a reason that a person at the machine can mend. The message is the
 * whole answer to that person: one plain sentence or two, what is wrong and what to do.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }

  /** The first of these in a chain of causes, or null where there is none. */
  public static @Nullable CannotStart within(@Nullable Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotStart found) {
        return found;
      }
    }
    return null;
  }
}
