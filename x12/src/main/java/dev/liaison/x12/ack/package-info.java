/**
 * Acknowledgments: TA1 for an interchange, 999 for a group, read, written, and made from what a
 * check has found.
 */
@NullMarked
package dev.liaison.x12.ack;

import org.jspecify.annotations.NullMarked;
