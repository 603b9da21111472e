package dev.liaison.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key of the page and what it does, as the key line shows it.
 *
 * @param caps the keys' faces, one box each
 * @param word what it does, in one or two words; also the entry of the row's menu
 */
public record KeyHint(List<String> caps, String word) {
  public KeyHint {
    caps = List.copyOf(caps);
  }

  /** Pairs of faces (parted by spaces) and word: {@code list("↑ ↓", "move", "I", "check in")}. */
  public static List<KeyHint> list(String... capsAndWords) {
    if (capsAndWords.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Keys come in pairs of faces and word, these are " + capsAndWords.length);
    }
    var hints = new ArrayList<KeyHint>();
    for (var i = 0; i < capsAndWords.length; i += 2) {
      hints.add(new KeyHint(List.of(capsAndWords[i].split(" ")), capsAndWords[i + 1]));
    }
    return List.copyOf(hints);
  }

  /** The letter that the script looks for on the focused row, or null for a key of another kind. */
  public @Nullable String letter() {
    if (caps.size() != 1) {
      return null;
    }
    var cap = caps.getFirst();
    return cap.length() == 1 && Character.isLetter(cap.charAt(0))
        ? cap.toLowerCase(Locale.ROOT)
        : null;
  }
}
