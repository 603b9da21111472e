/**
 * The shell that every page shares: layout, parts, keys, commands, live updates, drafts. Knows who
 * is logged in and where; never knows a feature: those lean on it and hand it what they have
 * ({@link dev.liaison.web.CommandSource}, {@link dev.liaison.web.live.LivePart}).
 */
@NullMarked
package dev.liaison.web;

import org.jspecify.annotations.NullMarked;
