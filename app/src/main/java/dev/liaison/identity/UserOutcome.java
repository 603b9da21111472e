package dev.liaison.identity;

import dev.liaison.platform.tenancy.UserId;

/** What became of a request to add a person. */
public sealed interface UserOutcome {
  record Added(UserId user) implements UserOutcome {}

  /** Somebody, perhaps of another organization, logs in by that name. */
  record NameTaken() implements UserOutcome {}

  /** The name cannot be one. */
  record NameRefused(String why) implements UserOutcome {}

  /** The password would not keep anybody out. */
  record PasswordRefused(String why) implements UserOutcome {}
}
