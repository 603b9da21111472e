/** The jobs of this server: kept in the database, run once across all nodes. */
@NullMarked
package dev.liaison.platform.jobs;

import org.jspecify.annotations.NullMarked;
