package dev.liaison.arrivals;

import java.util.Locale;

/** A fact by which a person shows to be the patient; two are asked for at check-in. */
public enum Identifier {
  FULL_NAME,
  BIRTH_DATE,
  PHONE,
  RECORD_NUMBER;

  /** As stored: {@code birth-date}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
