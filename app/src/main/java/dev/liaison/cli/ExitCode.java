package dev.liaison.cli;

/** How every command ends. */
final class ExitCode {
  static final int DONE = 0;

  /** The work was done and found problems, or cannot be done for a reason the user can mend. */
  static final int PROBLEMS = 1;

  /** Wrong use: an unknown word, a missing or malformed argument or setting. */
  static final int USAGE = 2;

  /** A fault of ours. */
  static final int FAULT = 3;

  private ExitCode() {}
}
