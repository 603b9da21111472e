/** Stands before the product's own on the class path of tests, so it says the same of the walls. */
@NamedInterface("live")
@NullMarked
package dev.liaison.web.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
