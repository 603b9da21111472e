/**
 * External code lists: what a list says of a code on a day, readers for lists as files, and the
 * check of a set against them. Lists age, so what they do not have is a warning.
 */
@NullMarked
package dev.liaison.x12.codes;

import org.jspecify.annotations.NullMarked;
