package dev.liaison.patients;

import java.util.Locale;

/** FHIR administrative gender. */
public enum Sex {
  MALE("M", "Male"),
  FEMALE("F", "Female"),
  OTHER("X", "X"),
  UNKNOWN("U", "Not known");

  private final String letter;
  private final String word;

  Sex(String letter, String word) {
    this.letter = letter;
    this.word = word;
  }

  /** As stored, and as FHIR writes it: {@code female}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As banners and forms say it. */
  public String word() {
    return word;
  }

  /** The letter that rows show: {@code 65 F}. */
  public String letter() {
    return letter;
  }
}
