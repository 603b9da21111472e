package dev.liaison.identity;

import dev.liaison.platform.tenancy.SessionId;

/**
 * A session is over, looks at another place or in another role now: whoever streams to it stops.
 * Published on the node that ended it, after commit.
 */
public record SessionEnded(SessionId session) {}
