package dev.liaison.platform.tenancy;

import java.util.UUID;

/** A facility's identity: the wall between one practice's data and another's. */
public record OrganizationId(UUID value) {
  public static OrganizationId of(String text) {
    return new OrganizationId(UUID.fromString(text));
  }
}
