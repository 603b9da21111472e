/** The product: one modular monolith, a package a feature. */
@NullMarked
package dev.liaison;

import org.jspecify.annotations.NullMarked;
