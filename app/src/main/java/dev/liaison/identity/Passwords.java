package dev.liaison.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords (Argon2id) and refuses those that keep nobody out. */
@Component
class Passwords {
  /** What NIST SP 800-63B-4 (3.1.1.2) asks of a password that stands alone. */
  static final int SHORTEST = 15;

  /** Longer ones are cut off by no rule of ours, but somebody must stop a megabyte. */
  static final int LONGEST = 500;

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

  String hash(String password) {
    return encoder.encode(normal(password));
  }

  /** Takes as long for a hash that is not there, so that the answer's time names no user. */
  boolean matches(String password, @Nullable String hash) {
    var same =
        password.length() <= LONGEST
            && encoder.matches(normal(password), hash == null ? nobody : hash);
    return same && hash != null;
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
