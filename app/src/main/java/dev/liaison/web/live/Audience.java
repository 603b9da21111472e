package dev.liaison.web.live;

import dev.liaison.facility.LocationId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.tenancy.UserId;

/** All who see the same: a part is drawn once for each audience, however many watch. */
public record Audience(OrganizationId organization, LocationId location, Role role) {

  /** In whose name a part is read for everybody here: the role's eyes, nobody's person. */
  public Actor actor() {
    return new Actor(UserId.SYSTEM, organization, role, null);
  }
}
