@NullMarked
package dev.liaison.cli;

import org.jspecify.annotations.NullMarked;
