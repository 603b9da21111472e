package dev.liaison.x12.guide;

import java.util.HashMap;
import java.util.Map;

/** Our own words for codes, from {@code labels.txt}. */
final class Labels {
  private static final Labels INSTANCE = new Labels();

  private final Map<String, String> words = new HashMap<>();

  static Labels get() {
    return INSTANCE;
  }

  private Labels() {
    for (var line : Dictionary.lines("labels.txt")) {
      var parts = line.split(" ", 3);
      words.put(parts[0] + ' ' + parts[1], parts[2]);
    }
  }

  /** What an element is called in this segment, or its own name. */
  String name(String segment, int element, String own) {
    return words.getOrDefault("= " + segment + (element < 10 ? "0" : "") + element, own);
  }

  /** What a code of this data element means, empty when we have no words for it. */
  String of(String element, String code) {
    return words.getOrDefault(element + ' ' + code, "");
  }
}
