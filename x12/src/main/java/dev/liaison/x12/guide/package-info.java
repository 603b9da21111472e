/**
 * The guides: one table per transaction set in our own notation, the check of a set against its
 * table, and the dictionary of elements and segments beneath. Structure only; the guides' text
 * stays with their publisher.
 *
 * <p>The notation, one use a line, loops by indentation:
 *
 * <pre>
 * guide 005010X221A1 835 HP claim payment     version, set, group, our words
 * loop 2100 ! * claim                         required, any number
 *   CLP ! 1 1! 2=1,2,3! 5 1.1                 required, once; elements: ! required, =codes
 *   NM1 ? 1 1==QC!                            == codes that tell this use from others
 *   EB ! 1 3^99                               repeats up to 99 times
 * block NAME / insert NAME                    said once, used twice
 * </pre>
 *
 * <p>An element that is not named is not used; {@code shapes.txt} names what most guides agree on.
 */
@NullMarked
package dev.liaison.x12.guide;

import org.jspecify.annotations.NullMarked;
