/** The pages before the desk: first start, log-in, choice of the organization, log-out. */
@NullMarked
package dev.liaison.identity.desk;

import org.jspecify.annotations.NullMarked;
