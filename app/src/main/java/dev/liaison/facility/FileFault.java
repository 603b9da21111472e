package dev.liaison.facility;

/**
 * One thing that is wrong in a facility file, and where.
 *
 * @param line of the file, from 1
 * @param field the way to it: {@code practitioners[okafor].npi}; empty for the file as a whole
 * @param says what was found and what would be right
 */
public record FileFault(int line, String field, String says) {
  /** As a person reads it: {@code line 14, practitioners[okafor].npi: …}. */
  @Override
  public String toString() {
    return "line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + says;
  }
}
