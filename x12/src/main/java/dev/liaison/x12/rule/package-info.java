/** Situational rules of the guides, each with an id and testable alone: if this, then that. */
@NullMarked
package dev.liaison.x12.rule;

import org.jspecify.annotations.NullMarked;
