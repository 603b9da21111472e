package dev.liaison.arrivals.desk;

import dev.liaison.patients.PersonName;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two letters that stand for a face. */
final class Initials {
  private Initials() {}

  static String of(PersonName name) {
    return Stream.of(name.given(), name.family())
        .filter(part -> !part.isBlank())
        .map(part -> Character.toString(part.codePointAt(0)))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }
}
