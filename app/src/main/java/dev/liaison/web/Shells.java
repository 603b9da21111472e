package dev.liaison.web;

import dev.liaison.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the {@link Shell} into the model of each page that is about to be drawn, and only then. */
@Component
class Shells implements HandlerInterceptor {
  // Drawn also when the database is gone, so nothing is asked for them.
  private static final Set<String> PLAIN = Set.of("web/problem");

  private final Here here;
  private final Toasts toasts;
  private final Clock clock;

  Shells(Here here, Toasts toasts, Clock clock) {
    this.here = here;
    this.toasts = toasts;
    this.clock = clock;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    var view = page == null ? null : page.getViewName();
    if (page == null || view == null || view.startsWith("redirect:") || PLAIN.contains(view)) {
      return;
    }
    signedIn(request).ifPresent(person -> page.addObject("shell", shell(request, person)));
  }

  static Optional<SignedIn> signedIn(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  private Shell shell(HttpServletRequest request, SignedIn person) {
    return new Shell(
        csrf(request),
        person,
        here.of(person).orElse(null),
        here.places(person),
        () -> toasts.show(person.actor()),
        Settings.theme(request),
        Settings.letters(request),
        request.getRequestURI(),
        Htmx.asksForDrawer(request),
        clock.instant());
  }

  private static Shell.Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Shell.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
        : new Shell.Csrf("_csrf", "X-CSRF-TOKEN", "");
  }
}
