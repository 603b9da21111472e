/**
 * 276 and 277 (005010X212): questions about filed claims and their answers; 277CA (005010X214): the
 * payer's acknowledgment of each claim. Read and written.
 */
@NullMarked
package dev.liaison.x12.status;

import org.jspecify.annotations.NullMarked;
