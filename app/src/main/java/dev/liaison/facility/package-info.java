/**
 * The facility: locations, practitioners, rooms, devices, appointment types and the weekly sessions
 * in which they work, all from one file. Says what could be booked, never what is.
 */
@NullMarked
package dev.liaison.facility;

import org.jspecify.annotations.NullMarked;
