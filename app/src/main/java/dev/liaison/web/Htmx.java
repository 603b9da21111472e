package dev.liaison.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the request's headers say about who asked: a page, or a script for a part of one. */
final class Htmx {
  private Htmx() {}

  static boolean asks() {
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    return asks(attributes.getRequest());
  }

  static boolean asks(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }

  static boolean asksForDrawer(HttpServletRequest request) {
    return asks(request) && "drawer".equals(request.getHeader("HX-Target"));
  }
}
