/**
 * Data from elsewhere: FHIR R4 import on the same faces that the desk uses. Parks what it cannot
 * read, with its reason; loses nothing.
 */
@NullMarked
package dev.liaison.interop;

import org.jspecify.annotations.NullMarked;
