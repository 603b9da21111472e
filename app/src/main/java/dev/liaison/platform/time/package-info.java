/** Instants, intervals and the clock. */
@NullMarked
package dev.liaison.platform.time;

import org.jspecify.annotations.NullMarked;
