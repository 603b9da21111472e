/**
 * The calendar: openings, appointments and the claims they have on people, rooms and devices.
 * Judges by temporal keys; never knows whether a patient came.
 */
@NullMarked
package dev.liaison.scheduling;

import org.jspecify.annotations.NullMarked;
