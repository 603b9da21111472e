/** Rules that hold for every table and every statement, read from the catalogue and the source. */
@NullMarked
package dev.liaison.schema;

import org.jspecify.annotations.NullMarked;
