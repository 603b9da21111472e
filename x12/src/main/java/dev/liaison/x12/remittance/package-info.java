/** 835 (005010X221A1): what a payer paid, read, balanced to the cent, and written. */
@NullMarked
package dev.liaison.x12.remittance;

import org.jspecify.annotations.NullMarked;
