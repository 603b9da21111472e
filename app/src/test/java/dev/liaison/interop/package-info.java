@NullMarked
package dev.liaison.interop;

import org.jspecify.annotations.NullMarked;
