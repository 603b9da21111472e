package dev.liaison.web.desk;

import org.jspecify.annotations.Nullable;

/** The way back to the page that a small form of the top bar stood on. */
final class Back {
  private Back() {}

  /** Only to a page of this desk: a foreign address in the form leads to the board. */
  static String to(@Nullable String path) {
    var own = path != null && path.matches("/(?!/)[A-Za-z0-9/_.-]*");
    return "redirect:" + (own ? path : "/today");
  }
}
