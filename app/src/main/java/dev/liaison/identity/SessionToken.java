package dev.liaison.identity;

import dev.liaison.platform.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a session: 256 random bits, of which the database keeps the hash only. */
final class SessionToken {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SessionToken() {}

  static String next() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String token) {
    return Sha256.of(token);
  }
}
