package dev.liaison.identity.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks {@link Routes}. */
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    return new AuthorizationDecision(isAdmitted(context.getRequest()));
  }

  private static boolean isAdmitted(HttpServletRequest request) {
    return Routes.find(request)
        .filter(route ->
            route.isOpen()
                || SessionFilter.person(request)
                    .filter(person -> route.admits(person.actor().role()))
                    .isPresent())
        .isPresent();
  }
}
