package dev.liaison.identity;

import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Role;

/** What a person is in one organization, and under which name. */
public record Membership(
    OrganizationId organizationId, String organizationName, Role role, String displayName) {}
