/**
 * What tests stand on: the real database, one server for the whole run, a fresh organization for
 * each test, and a browser.
 */
@NullMarked
package dev.liaison.testing;

import org.jspecify.annotations.NullMarked;
