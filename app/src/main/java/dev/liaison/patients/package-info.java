/**
 * The people a facility looks after: registration, search, identity. Never knows what is booked for
 * them.
 */
@NullMarked
package dev.liaison.patients;

import org.jspecify.annotations.NullMarked;
