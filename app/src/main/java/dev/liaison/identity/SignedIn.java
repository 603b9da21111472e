package dev.liaison.identity;

import dev.liaison.platform.tenancy.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person at this browser: the principal of Spring Security, and a controller argument.
 * Controllers that need no more than who asks take an {@link Actor}.
 *
 * @param place the location this desk looks at; null until one is chosen
 */
public record SignedIn(
    Actor actor, String displayName, String organizationName, @Nullable UUID place) {}
