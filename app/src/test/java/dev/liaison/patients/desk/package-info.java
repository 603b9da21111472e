@NullMarked
package dev.liaison.patients.desk;

import org.jspecify.annotations.NullMarked;
