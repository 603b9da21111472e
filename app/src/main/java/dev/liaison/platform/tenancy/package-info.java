/** Who asks, for which organization, and the transaction that says so to the database. */
@NullMarked
package dev.liaison.platform.tenancy;

import org.jspecify.annotations.NullMarked;
