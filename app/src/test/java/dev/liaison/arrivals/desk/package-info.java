@NullMarked
package dev.liaison.arrivals.desk;

import org.jspecify.annotations.NullMarked;
