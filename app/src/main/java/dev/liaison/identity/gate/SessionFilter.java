package dev.liaison.identity.gate;

import dev.liaison.identity.Sessions;
import dev.liaison.identity.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the person behind the cookie, once a request; error and async dispatches remember. */
class SessionFilter extends OncePerRequestFilter {
  private static final String PERSON = SignedIn.class.getName();

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The person found earlier in this request. */
  static Optional<SignedIn> person(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(PERSON));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.REQUEST && !Routes.isFile(request)) {
      find(request).ifPresent(person -> request.setAttribute(PERSON, person));
    }
    remember(request, response, chain);
  }

  @Override
  protected void doFilterNestedErrorDispatch(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    remember(request, response, chain);
  }

  private static void remember(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    person(request)
        .ifPresent(person -> {
          var context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(new SignedInAuthentication(person));
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  // The stream of live updates comes back by itself as long as a page stands open.
  private Optional<SignedIn> find(HttpServletRequest request) {
    return SessionCookie.read(request)
        .flatMap(token ->
            Routes.asksByItself(request) ? sessions.findUnseen(token) : sessions.find(token));
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
