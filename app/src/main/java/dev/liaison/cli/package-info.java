/**
 * The commands of Liaison: it reads what was typed, starts as much of the product as the command
 * needs, and turns outcomes into words and exit codes. Owns no rule and no row; a command that
 * works on data calls the faces of the modules.
 */
@ApplicationModule(displayName = "Command line")
@NullMarked
package dev.liaison.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
