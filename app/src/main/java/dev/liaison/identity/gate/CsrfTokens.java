package dev.liaison.identity.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The proof that a form comes from a page of ours. With a session it is derived from the session's
 * secret, so nothing is stored and it ends with the session; before log-in it is a cookie.
 */
class CsrfTokens implements CsrfTokenRepository {
  private static final String HEADER = "X-CSRF-TOKEN";
  private static final String PARAMETER = "_csrf";
  private static final String COOKIE = "liaison-form";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    var known = loadToken(request);
    if (known != null) {
      return known;
    }
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return token(bytes);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token == null) {
      SessionCookie.set(request, response, COOKIE, "", Duration.ZERO);
    } else if (SessionCookie.read(request).isEmpty()) {
      SessionCookie.set(request, response, COOKIE, token.getToken(), Duration.ofSeconds(-1));
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return SessionCookie.read(request)
        .map(CsrfTokens::derived)
        .or(() -> SessionCookie.read(request, COOKIE).map(CsrfTokens::token))
        .orElse(null);
  }

  private static CsrfToken derived(String session) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(session.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return token(mac.doFinal("form".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static CsrfToken token(byte[] bytes) {
    return token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static CsrfToken token(String value) {
    return new DefaultCsrfToken(HEADER, PARAMETER, value);
  }
}
