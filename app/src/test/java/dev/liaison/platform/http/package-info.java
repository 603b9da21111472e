@NullMarked
package dev.liaison.platform.http;

import org.jspecify.annotations.NullMarked;
