@NullMarked
package dev.liaison.platform.database;

import org.jspecify.annotations.NullMarked;
