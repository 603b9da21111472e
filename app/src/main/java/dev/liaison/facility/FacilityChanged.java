package dev.liaison.facility;

import dev.liaison.platform.tenancy.OrganizationId;

/** Places, resources, types or sessions are others now; published in that transaction. */
public record FacilityChanged(OrganizationId organization) {}
