@NullMarked
package dev.liaison.patients;

import org.jspecify.annotations.NullMarked;
