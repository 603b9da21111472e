/** Changes that reach an open page within a second: what features tell and what they draw. */
@NamedInterface("live")
@NullMarked
package dev.liaison.web.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
