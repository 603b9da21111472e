package dev.liaison.patients;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/** Text as a person typed or pasted it, without what nobody sees. */
final class TypedText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final Set<UnicodeScript> UNJOINED =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.COMMON,
          UnicodeScript.UNKNOWN);

  private TypedText() {}

  /**
   * Composed, on one line, single spaces, no control or invisible characters. The two joiners stay
   * where scripts (and emoji) need them: Persian names carry one inside.
   */
  static String clean(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    var kept = new StringBuilder(text.length());
    var before = 0;
    var points = text.codePoints().toArray();
    for (var c : points) {
      if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
        if (joins(before)) {
          kept.appendCodePoint(c);
        }
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        kept.append(' ');
      } else if (isSeen(c)) {
        kept.appendCodePoint(c);
      }
      before = c;
    }
    return kept.toString().replaceAll(" {2,}", " ").strip();
  }

  private static boolean joins(int before) {
    return before != 0
        && (Character.isEmoji(before) || !UNJOINED.contains(UnicodeScript.of(before)));
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
