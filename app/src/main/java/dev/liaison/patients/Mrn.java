package dev.liaison.patients;

/** A medical record number: a facility's own name for a patient, without spaces. */
public record Mrn(String value) {
  public Mrn {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A record number is not empty");
    }
  }

  /** As people read it aloud, in groups of three: {@code 204 418}. */
  public String shown() {
    if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value;
    }
    var grouped = new StringBuilder(value);
    for (var at = value.length() - 3; at > 0; at -= 3) {
      grouped.insert(at, ' ');
    }
    return grouped.toString();
  }

  /** Never the number: it names a person. */
  @Override
  public String toString() {
    return "Mrn[…]";
  }
}
