/**
 * Who may come in: organizations, logins, memberships with a role, sessions. Owns the gate (log-in,
 * CSRF, headers) in front of every page; never knows what a page shows.
 */
@NullMarked
package dev.liaison.identity;

import org.jspecify.annotations.NullMarked;
