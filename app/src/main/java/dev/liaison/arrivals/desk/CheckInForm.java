package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the desk heard: for each identifier asked for {@code yes} or {@code no}. */
record CheckInForm(Map<String, String> answers) {
  static final CheckInForm EMPTY = new CheckInForm(Map.of());

  CheckInForm {
    answers = Map.copyOf(answers);
  }

  /** From the form's fields; others of its fields are not looked at. */
  static CheckInForm of(Map<String, String> fields) {
    var answers = new HashMap<String, String>();
    for (var identifier : Identifier.values()) {
      var answer = fields.get(identifier.code());
      if ("yes".equals(answer) || "no".equals(answer)) {
        answers.put(identifier.code(), answer);
      }
    }
    return new CheckInForm(answers);
  }

  /** Those of the facts asked for that were right. */
  Set<Identifier> confirmed(List<Identifier> asked) {
    return asked.stream()
        .filter(identifier -> "yes".equals(answers.get(identifier.code())))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean hasNo() {
    return answers.containsValue("no");
  }
}
