/** What holds for every request before any page sees it. */
@NullMarked
package dev.liaison.platform.http;

import org.jspecify.annotations.NullMarked;
