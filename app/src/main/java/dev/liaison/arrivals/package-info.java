/**
 * The flow of the day: who is expected, who is here, in which room, who leaves. Owns the visit;
 * asks scheduling for what is booked.
 */
@NullMarked
package dev.liaison.arrivals;

import org.jspecify.annotations.NullMarked;
