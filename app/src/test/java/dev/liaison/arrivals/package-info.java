@NullMarked
package dev.liaison.arrivals;

import org.jspecify.annotations.NullMarked;
