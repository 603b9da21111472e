/** Today's board, and what is done from it: check in, room, hand over, check out, walk-in. */
@NullMarked
package dev.liaison.arrivals.desk;

import org.jspecify.annotations.NullMarked;
