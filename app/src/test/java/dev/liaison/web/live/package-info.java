@NullMarked
package dev.liaison.web.live;

import org.jspecify.annotations.NullMarked;
