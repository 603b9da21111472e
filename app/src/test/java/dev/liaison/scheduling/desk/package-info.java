@NullMarked
package dev.liaison.scheduling.desk;

import org.jspecify.annotations.NullMarked;
