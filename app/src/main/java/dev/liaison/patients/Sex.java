package dev.liaison.patients;

/** FHIR administrative gender. */
public enum Sex {
  MALE("M"),
  FEMALE("F"),
  OTHER("X"),
  UNKNOWN("U");

  private final String letter;

  Sex(String letter) {
    this.letter = letter;
  }

  /** The letter that rows show: {@code 65 F}. */
  public String letter() {
    return letter;
  }
}
