package dev.liaison.cli;

import java.util.Optional;

/**
 * One thing the doctor looked at.
 *
 * @param problem what is wrong with it and how to mend it; empty where it is well
 */
record Finding(String name, String value, Optional<String> problem) {
  static Finding well(String name, String value) {
    return new Finding(name, value, Optional.empty());
  }

  static Finding wrong(String name, String value, String problem) {
    return new Finding(name, value, Optional.of(problem));
  }

  boolean isProblem() {
    return problem.isPresent();
  }

  String complaint() {
    return name + ": " + problem.orElse("");
  }

  String line() {
    return "%-12s %s".formatted(name, value)
        + problem.map(text -> System.lineSeparator() + " ".repeat(13) + "! " + text).orElse("");
  }
}
