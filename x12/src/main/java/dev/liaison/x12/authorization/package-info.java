/** 278 (005010X217): requests for authorization and their answers, read and written. */
@NullMarked
package dev.liaison.x12.authorization;

import org.jspecify.annotations.NullMarked;
