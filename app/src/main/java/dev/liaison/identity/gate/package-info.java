/**
 * The gate in front of every page: who is at this browser, which role may go where, what a browser
 * is told to allow, what the request log says. Reads and writes nothing of any feature.
 */
@NullMarked
package dev.liaison.identity.gate;

import org.jspecify.annotations.NullMarked;
