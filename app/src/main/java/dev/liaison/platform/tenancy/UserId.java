package dev.liaison.platform.tenancy;

import java.util.UUID;

/** A person who logs in, the same in every organization. */
public record UserId(UUID value) {
  /** The product itself: jobs, seeds and imports that nobody started by hand. */
  public static final UserId SYSTEM = new UserId(new UUID(0, 0));

  public static UserId of(String text) {
    return new UserId(UUID.fromString(text));
  }
}
