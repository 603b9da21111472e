package dev.liaison.arrivals;

import dev.liaison.facility.LocationId;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.scheduling.AppointmentId;
import org.jspecify.annotations.Nullable;

/** A visit began or came to another stage; published in its transaction. */
public record VisitChanged(
    OrganizationId organization,
    VisitId visit,
    @Nullable AppointmentId appointment,
    @Nullable LocationId location) {}
