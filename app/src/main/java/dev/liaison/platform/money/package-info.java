/** Exact money. */
@NullMarked
package dev.liaison.platform.money;

import org.jspecify.annotations.NullMarked;
