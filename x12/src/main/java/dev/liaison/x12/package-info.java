/**
 * X12 005010, the language of US health insurers: tokenizer, envelopes, grammar tables, typed
 * readers and writers. A library on its own: no Spring, no database, no run-time dependency.
 */
@NullMarked
package dev.liaison.x12;

import org.jspecify.annotations.NullMarked;
