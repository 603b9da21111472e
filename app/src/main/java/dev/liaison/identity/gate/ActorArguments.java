package dev.liaison.identity.gate;

import dev.liaison.identity.SignedIn;
import dev.liaison.platform.tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Actor} or the {@link SignedIn} of the request. */
class ActorArguments implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class
        || parameter.getParameterType() == SignedIn.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var person =
        SessionFilter.person((HttpServletRequest) request.getNativeRequest())
            .orElseThrow(
                () -> new IllegalStateException("An open route asks who is logged in: Routes"));
    return parameter.getParameterType() == Actor.class ? person.actor() : person;
  }
}
