package dev.liaison.facility;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place where patients are seen.
 *
 * @param zone in which its clocks, its board and its schedule are shown
 */
public record Location(
    LocationId id,
    String name,
    ZoneId zone,
    @Nullable String line,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String phone) {}
