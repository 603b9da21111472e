package dev.liaison.cli;

/** What was typed, or a setting of the environment, cannot be meant; says what would be right. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }
}
