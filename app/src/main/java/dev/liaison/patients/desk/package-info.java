/** The pages of the patients: finding one, one's page, registering and changing. */
@NullMarked
package dev.liaison.patients.desk;

import org.jspecify.annotations.NullMarked;
