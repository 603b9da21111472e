package dev.liaison.interop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an import could not read.
 *
 * @param entry {@code line 12}, {@code entry 3}; empty for the file as a whole
 * @param message why, for people
 */
public record Parked(
    String file,
    String entry,
    @Nullable String resourceType,
    @Nullable String resourceId,
    String message,
    Instant parkedAt) {

  /** {@code folder/a.ndjson, line 2: It is not JSON …}. */
  public String line() {
    return file + (entry.isEmpty() ? "" : ", " + entry) + ": " + message;
  }
}
