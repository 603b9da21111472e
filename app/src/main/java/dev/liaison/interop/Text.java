package dev.liaison.interop;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text of another system as the database takes it. */
final class Text {
  private Text() {}

  /** Composed, on one line, without characters that control something; empty for none. */
  static String plain(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
            .replaceAll("[\\p{Cs}\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u200E\u200F]", "")
            .strip();
  }

  static @Nullable String orNull(@Nullable String text) {
    var plain = plain(text);
    return plain.isEmpty() ? null : plain;
  }
}
