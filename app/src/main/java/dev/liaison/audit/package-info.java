/**
 * Who saw and did what: one row a page, drawer, print, answered search or change, in the same
 * transaction, append-only, sealed block by block. Never changes a row, never stops an act.
 */
@NullMarked
package dev.liaison.audit;

import org.jspecify.annotations.NullMarked;
