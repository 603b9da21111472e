/**
 * Benchmarks: each prints its figure beside a target and beside a baseline measured in the same
 * run, since machines differ and ratios do not.
 */
@NullMarked
package dev.liaison.bench;

import org.jspecify.annotations.NullMarked;
