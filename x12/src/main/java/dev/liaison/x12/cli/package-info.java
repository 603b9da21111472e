/** The commands {@code edi show}, {@code edi check} and {@code edi copy}. */
@NullMarked
package dev.liaison.x12.cli;

import org.jspecify.annotations.NullMarked;
