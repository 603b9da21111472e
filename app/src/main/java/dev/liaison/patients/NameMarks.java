package dev.liaison.patients;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A name taken apart, so that a list can mark what fits the words typed. */
public final class NameMarks {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}'’]+");

  private NameMarks() {}

  /** A piece of the name. */
  public record Piece(String text, boolean marked) {}

  /** The whole name in pieces; marked are the beginnings that were typed. */
  public static List<Piece> of(String name, String typed) {
    var words = NameWords.typed(typed);
    var pieces = new ArrayList<Piece>();
    var from = 0;
    var matcher = WORD.matcher(name);
    while (matcher.find()) {
      var length = begun(matcher.group(), words);
      if (length > 0) {
        if (matcher.start() > from) {
          pieces.add(new Piece(name.substring(from, matcher.start()), false));
        }
        from = matcher.start() + length;
        pieces.add(new Piece(name.substring(matcher.start(), from), true));
      }
    }
    if (from < name.length()) {
      pieces.add(new Piece(name.substring(from), false));
    }
    return pieces;
  }

  /** How much of this word a typed one covers; 0 when none begins it. */
  private static int begun(String word, List<String> typed) {
    var longest = 0;
    for (var begin : typed) {
      var folded = String.join("", NameWords.typed(word));
      if (folded.startsWith(begin)) {
        longest = Math.max(longest, covered(word, begin.length()));
      }
    }
    return longest;
  }

  private static int covered(String word, int foldedLength) {
    for (var at = 1; at < word.length(); at++) {
      var next = word.codePointAt(at);
      var whole = !Character.isLowSurrogate(word.charAt(at)) && !isMark(next);
      if (whole && NameWords.fold(word.substring(0, at)).length() >= foldedLength) {
        return at;
      }
    }
    return word.length();
  }

  private static boolean isMark(int c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
