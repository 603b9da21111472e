package dev.liaison.platform.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * Who asks: the first parameter of every face.
 *
 * @param session null for the product itself and for the command line
 */
public record Actor(
    UserId user, OrganizationId organization, Role role, @Nullable SessionId session) {

  /** The product acting by itself for an organization: jobs, listeners, imports. */
  public static Actor system(OrganizationId organization) {
    return new Actor(UserId.SYSTEM, organization, Role.ADMINISTRATOR, null);
  }
}
