package dev.liaison.x12.guide;

/** A guide table contradicts itself or the dictionary: a mistake of the table, not of a file. */
public final class GuideException extends RuntimeException {
  public GuideException(String message) {
    super(message);
  }
}
