/** Values that several transaction sets share: money, periods, parties, procedures, references. */
@NullMarked
package dev.liaison.x12.types;

import org.jspecify.annotations.NullMarked;
