package dev.liaison.patients;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a name is found: without accents, case and marks, so that {@code nguyen} finds
 * Nguyễn and {@code obrien} finds O’Brien.
 */
final class NameWords {
  static final int LONGEST = 100;

  // Letters with a stroke of their own, which Unicode does not take apart.
  private static final Map<Integer, String> FOLDED =
      Map.ofEntries(
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ŋ', "n"),
          Map.entry((int) 'ĸ', "k"),
          Map.entry((int) 'ə', "e"),
          Map.entry((int) 'ς', "σ"));

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼʻ′＇]");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHangul}]{2,8}");

  private NameWords() {}

  /** The words of what a person typed, in its order. */
  static List<String> typed(String text) {
    return split(fold(APOSTROPHES.matcher(text).replaceAll("")));
  }

  /** Every word by which this name is to be found. */
  static Set<String> of(PersonName name) {
    var words = new LinkedHashSet<String>();
    for (var part :
        new @Nullable String[] {
          name.family(), name.given(), name.preferred(), name.inOwnScript()
        }) {
      if (part != null) {
        add(words, part);
      }
    }
    var family = split(fold(APOSTROPHES.matcher(name.family()).replaceAll("")));
    if (family.size() > 1) {
      words.add(cut(String.join("", family)));
    }
    return words;
  }

  private static void add(Set<String> words, String part) {
    words.addAll(split(fold(APOSTROPHES.matcher(part).replaceAll(""))));
    // O'Brien is looked for as obrien, and as brien.
    words.addAll(split(fold(APOSTROPHES.matcher(part).replaceAll(" "))));
    for (var hyphened : part.split("\\s+")) {
      if (UNSPACED.matcher(hyphened).matches()) {
        addGivenNames(words, hyphened);
      }
      if (hyphened.indexOf('-') > 0) {
        var joined = split(fold(APOSTROPHES.matcher(hyphened.replace("-", "")).replaceAll("")));
        words.addAll(joined);
      }
    }
  }

  /** Where no space parts family and given name, it may end after each of the first characters. */
  private static void addGivenNames(Set<String> words, String whole) {
    for (var at = 1; at <= 3 && at < whole.length(); at++) {
      words.addAll(split(fold(whole.substring(at))));
    }
  }

  static String fold(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    var folded = new StringBuilder();
    MARKS
        .matcher(apart)
        .replaceAll("")
        .codePoints()
        .forEach(c -> {
          var plain = FOLDED.get(c);
          if (plain == null) {
            folded.appendCodePoint(c);
          } else {
            folded.append(plain);
          }
        });
    return folded.toString();
  }

  private static List<String> split(String folded) {
    var words = new ArrayList<String>();
    for (var word : GAPS.split(folded)) {
      if (!word.isEmpty()) {
        words.add(cut(word));
      }
    }
    return words;
  }

  private static String cut(String word) {
    return word.length() <= LONGEST
        ? word
        : word.substring(
            0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }
}
