package dev.liaison.x12;

/**
 * The data cannot be written without changing what it says. The message names the segment and the
 * character, never the value.
 */
public final class UnwritableDataException extends RuntimeException {
  public UnwritableDataException(String message) {
    super(message);
  }
}
