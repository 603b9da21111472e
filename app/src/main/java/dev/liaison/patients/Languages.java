package dev.liaison.patients;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Languages by their English names, towards BCP 47 and back. */
public final class Languages {
  private static final Map<String, String> BY_NAME =
      Arrays.stream(Locale.getISOLanguages())
          .filter(code -> !Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equals(code))
          .collect(
              Collectors.toMap(
                  code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH),
                  code -> code,
                  (first, second) -> first,
                  () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));

  // Those that front desks in the United States meet most, first in the list.
  private static final List<String> FREQUENT =
      List.of(
          "English", "Spanish", "Chinese", "Vietnamese", "Arabic", "French", "Tagalog", "Korean");

  private Languages() {}

  /** {@code Spanish} for {@code es-US}; the code itself when it has no name. */
  public static String name(String code) {
    var name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    return name.isBlank() ? code : name;
  }

  /** The code of a language written by its name, the name's beginning, or its code. */
  public static Optional<String> code(String typed) {
    var text = typed.strip();
    var exact = BY_NAME.get(text);
    if (exact != null) {
      return Optional.of(exact);
    }
    if (text.length() >= 2 && text.matches("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      var tag = Locale.forLanguageTag(text);
      if (BY_NAME.containsKey(tag.getDisplayLanguage(Locale.ENGLISH))) {
        return Optional.of(tag.toLanguageTag());
      }
    }
    var begun =
        BY_NAME.keySet().stream()
            .filter(
                name -> text.length() >= 3 && name.regionMatches(true, 0, text, 0, text.length()))
            .toList();
    return begun.size() == 1
        ? Optional.ofNullable(BY_NAME.get(begun.getFirst()))
        : Optional.empty();
  }

  /** All names, frequent ones first. */
  public static List<String> names() {
    return BY_NAME.keySet().stream()
        .sorted(
            Comparator.comparingInt((String name) ->
                    FREQUENT.contains(name) ? FREQUENT.indexOf(name) : FREQUENT.size())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
