/** 270 and 271 (005010X279A1): questions about coverage and their answers, read and written. */
@NullMarked
package dev.liaison.x12.eligibility;

import org.jspecify.annotations.NullMarked;
