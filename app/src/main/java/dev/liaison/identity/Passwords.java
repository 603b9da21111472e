package dev.liaison.identity;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords (Argon2id) and refuses those that keep nobody out. */
@Component
class Passwords {
  /** What NIST SP 800-63B-4 (3.1.1.2) asks of a password that stands alone. */
  static final int SHORTEST = 15;

  /** Longer ones are cut off by no rule of ours, but somebody must stop a megabyte. */
  static final int LONGEST = 500;

  // Argon2 computes without ever waiting: each check keeps one of the threads that carry all
  // requests. Half of them stay with the desks, however many guess.
  private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Pattern REPEATED = Pattern.compile("(.{1,7})\\1+.{0,6}");
  private static final List<String> COMMON =
      List.of(
          "password",
          "passwort",
          "qwerty",
          "asdfgh",
          "letmein",
          "iloveyou",
          "welcome",
          "admin",
          "abcdefgh",
          "12345678",
          "87654321",
          "liaison",
          "changeme",
          "trustno1",
          "football",
          "baseball",
          "sunshine",
          "princess");

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
  private final String nobody = encoder.encode("nobody has this one");
  private final Semaphore places;
  private final Duration patience;

  /** What a check found. */
  enum Verdict {
    RIGHT,
    WRONG,
    /** So many are being checked that this one was not. */
    CROWDED
  }

  @Autowired
  Passwords() {
    this(PLACES, PATIENCE);
  }

  /**
   * @param places how many are checked at once
   * @param patience how long a check waits for a place
   */
  Passwords(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  String hash(String password) {
    return encoder.encode(normal(password));
  }

  /** Takes as long for a hash that is not there, so that the answer's time names no user. */
  Verdict check(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return Verdict.WRONG;
    }
    if (!enter()) {
      return Verdict.CROWDED;
    }
    try {
      var same = encoder.matches(normal(password), hash == null ? nobody : hash);
      return same && hash != null ? Verdict.RIGHT : Verdict.WRONG;
    } finally {
      places.release();
    }
  }

  private boolean enter() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What is wrong with a new password, in a sentence; empty when nothing is. */
  Optional<String> fault(String password, String loginName) {
    var text = normal(password).toLowerCase(Locale.ROOT);
    if (text.codePointCount(0, text.length()) < SHORTEST) {
      return Optional.of(
          "A password has at least " + SHORTEST + " characters. Four or five words are good.");
    }
    if (text.length() > LONGEST) {
      return Optional.of("A password has at most " + LONGEST + " characters.");
    }
    if (text.chars().distinct().count() < 6 || REPEATED.matcher(text).matches()) {
      return Optional.of("This password repeats itself too much. Four or five words are good.");
    }
    var rest = text.replace(loginName, "");
    for (var word : COMMON) {
      rest = rest.replace(word, "");
    }
    if (rest.codePointCount(0, rest.length()) < 8) {
      return Optional.of(
          "This password is little more than a name or a word that everybody tries first.");
    }
    return Optional.empty();
  }

  // One keyboard writes é as one sign, another as two.
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
