package dev.liaison.platform.tenancy;

import java.util.UUID;

/** One log-in of one browser; not its secret token. */
public record SessionId(UUID value) {
  public static SessionId of(String text) {
    return new SessionId(UUID.fromString(text));
  }
}
