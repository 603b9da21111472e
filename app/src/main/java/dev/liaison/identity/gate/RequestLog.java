package dev.liaison.identity.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line a request: method, pattern of the route, status, time, session. Never the address as it
 * was typed, since people type names into anything.
 */
class RequestLog extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var started = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      if (!Routes.isFile(request)) {
        write(request, response, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
      }
    }
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, long milliseconds) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    var session = SessionFilter.person(request).map(person -> person.actor().session());
    log.info(
        "{} {} {} {} ms session {}",
        request.getMethod(),
        pattern == null ? "-" : pattern,
        response.getStatus(),
        milliseconds,
        session.map(id -> id.value().toString()).orElse("-"));
  }
}
