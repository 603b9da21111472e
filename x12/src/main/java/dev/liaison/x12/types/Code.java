package dev.liaison.x12.types;

/**
 * A code of some list. Lists grow three times a year, so a code is kept as it came, known or not;
 * whether a list has it is {@code CodeLists}' question.
 */
public record Code(String value) {
  public static final Code NONE = new Code("");

  public static Code of(String value) {
    return value.isEmpty() ? NONE : new Code(value);
  }

  public boolean is(String other) {
    return value.equals(other);
  }

  public boolean isAnyOf(String... others) {
    for (var other : others) {
      if (value.equals(other)) {
        return true;
      }
    }
    return false;
  }

  public boolean isPresent() {
    return !value.isEmpty();
  }

  @Override
  public String toString() {
    return value;
  }
}
