package dev.liaison.identity;

import dev.liaison.platform.tenancy.UserId;

/** What became of the first set-up. */
public sealed interface SetupOutcome {
  record Done(UserId administrator) implements SetupOutcome {}

  /** The code is not the one that the console prints. */
  record WrongCode() implements SetupOutcome {}

  /** Somebody was faster: there is an administrator. */
  record NotNeeded() implements SetupOutcome {}

  /** The administrator's name or password will not do. */
  record UserRefused(UserOutcome why) implements SetupOutcome {}
}
