package dev.liaison.web;

/** The places of the rail, in its order. A place is here once its pages are. */
public enum DeskPlace {
  TODAY("/today", "layout-dashboard", "Today", 'T'),
  SCHEDULE("/schedule", "calendar-days", "Schedule", 'S'),
  PATIENTS("/patients", "users", "Patients", 'P');

  private final String href;
  private final String icon;
  private final String word;
  private final char letter;

  DeskPlace(String href, String icon, String word, char letter) {
    this.href = href;
    this.icon = icon;
    this.word = word;
    this.letter = letter;
  }

  public String href() {
    return href;
  }

  public String icon() {
    return icon;
  }

  public String word() {
    return word;
  }

  /** Pressed after G. */
  public String letter() {
    return String.valueOf(letter);
  }
}
