/** The shell's own pages: commands, keys, settings, what was done lately. */
@NullMarked
package dev.liaison.web.desk;

import org.jspecify.annotations.NullMarked;
