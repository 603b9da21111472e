package dev.liaison.audit;

import dev.liaison.platform.Sha256;
import dev.liaison.platform.tenancy.OrganizationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A sealed stretch of the audit: the events of the transactions {@code from ≤ t < below}. Its head
 * holds the head before, so that none can be changed without all that follow.
 */
record Block(
    long number, Transaction from, Transaction below, int events, byte[] previous, byte[] head) {

  /** What stands before the first block: another one for each organization. */
  static byte[] root(OrganizationId organization) {
    var text = "liaison audit " + organization.value();
    return Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  static Block of(
      long number,
      Transaction from,
      Transaction below,
      byte[] previous,
      SealedEvents.Digest digest) {
    var sum = Sha256.start();
    sum.update(previous);
    sum.update(digest.sum());
    sum.update(
        ByteBuffer.allocate(3 * Long.BYTES)
            .putLong(number)
            .putLong(from.number())
            .putLong(below.number())
            .flip());
    return new Block(number, from, below, digest.events(), previous, sum.digest());
  }
}
