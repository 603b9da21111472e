package dev.liaison.cli;

import java.nio.file.Path;

/** The desk did not come up, by a fault of ours that the log has told already. */
final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailed(Path log, Throwable cause) {
    super(
        "Liaison could not start, by a fault of its own. What went wrong stands above and in %s; please report it."
            .formatted(log),
        cause);
  }
}
