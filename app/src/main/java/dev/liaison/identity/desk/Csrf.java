package dev.liaison.identity.desk;

import org.springframework.security.web.csrf.CsrfToken;

/** The hidden field of a form. */
public record Csrf(String parameter, String token) {
  static Csrf of(CsrfToken token) {
    return new Csrf(token.getParameterName(), token.getToken());
  }
}
