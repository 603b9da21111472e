package dev.liaison.arrivals;

import dev.liaison.platform.tenancy.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a visit.
 *
 * @param number the visit's version after it
 * @param who the person's name at the desk; null when it was the product itself
 * @param why null where the stage says enough
 */
public record StageChange(
    int number,
    Stage stage,
    Instant at,
    UserId login,
    @Nullable String who,
    @Nullable String why) {}
