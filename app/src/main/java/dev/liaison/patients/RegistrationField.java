package dev.liaison.patients;

/** The fields of a registration, in the order of the form, by the names that people read. */
public enum RegistrationField {
  FAMILY("Family name"),
  GIVEN("Given names"),
  PREFERRED("Goes by"),
  SUFFIX("Suffix"),
  BIRTH_DATE("Date of birth"),
  SEX("Sex on record"),
  LANGUAGE("Language"),
  IN_OWN_SCRIPT("Name in own script"),
  PHONE("Mobile phone"),
  EMAIL("E-mail"),
  POSTAL_CODE("ZIP"),
  LINE("Street and number"),
  UNIT("Apt, unit"),
  CITY("City"),
  STATE("State");

  private final String label;

  RegistrationField(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
