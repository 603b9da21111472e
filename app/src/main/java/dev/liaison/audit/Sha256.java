package dev.liaison.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest of the audit. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
