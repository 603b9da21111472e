package dev.liaison.platform;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identifiers that sort by the time they were made (UUID version 7, RFC 9562 section 5.7), so that
 * new rows land at the end of their index.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new identifier; never the same twice. */
  public static UUID next() {
    var millis = System.currentTimeMillis();
    var high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    var low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
