package dev.liaison.identity;

import dev.liaison.platform.tenancy.SessionId;

/**
 * A session is over, or looks at another place now: whoever streams to it stops. Published on the
 * node that ended it, after commit.
 */
public record SessionEnded(SessionId session) {}
