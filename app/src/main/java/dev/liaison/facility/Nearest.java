package dev.liaison.facility;

import java.util.Collection;
import java.util.Comparator;

/** The word that was probably meant. */
final class Nearest {
  private Nearest() {}

  /**
   * A sentence that offers the known word nearest to the one found, or lists a few when none is
   * near; empty when nothing is known.
   */
  static String to(String found, Collection<String> known) {
    var best = known.stream().min(Comparator.comparingInt(word -> distance(found, word)));
    if (best.isEmpty()) {
      return "";
    }
    if (distance(found, best.get()) <= Math.max(2, found.length() / 3)) {
      return "; is it " + best.get() + "?";
    }
    return known.size() <= 12 ? "; known are " + String.join(", ", known) : "";
  }

  /** Letters to add, drop or change until one is the other (Levenshtein). */
  private static int distance(String left, String right) {
    var row = new int[right.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= left.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= right.length(); j++) {
        var change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
