/**
 * 837 professional (005010X222A1), institutional (X223A2) and dental (X224A2): a claim as the payer
 * sees it, read, checked and written.
 */
@NullMarked
package dev.liaison.x12.claim;

import org.jspecify.annotations.NullMarked;
