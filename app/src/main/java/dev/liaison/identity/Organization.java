package dev.liaison.identity;

import dev.liaison.platform.tenancy.OrganizationId;

/** A facility in the directory. */
public record Organization(OrganizationId id, String name) {}
