/** The pages of the calendar: find an opening, an appointment, the day. */
@NullMarked
package dev.liaison.scheduling.desk;

import org.jspecify.annotations.NullMarked;
