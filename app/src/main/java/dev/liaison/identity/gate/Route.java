package dev.liaison.identity.gate;

import dev.liaison.platform.tenancy.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * One line of {@link Routes}: a method and a path, and who may take it.
 *
 * @param roles the roles that may; null when nobody needs to be logged in
 */
record Route(
    HttpMethod method,
    String pattern,
    @Nullable Set<Role> roles,
    PathPatternRequestMatcher matcher) {

  static Route of(HttpMethod method, String pattern, @Nullable Set<Role> roles) {
    return new Route(method, pattern, roles, PathPatternRequestMatcher.pathPattern(pattern));
  }

  boolean matches(HttpServletRequest request) {
    var asked = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return method.name().equals(asked) && matcher.matches(request);
  }

  boolean isOpen() {
    return roles == null;
  }

  boolean admits(Role role) {
    return roles == null || roles.contains(role);
  }
}
