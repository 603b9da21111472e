package dev.liaison.x12.types;

/** N3 and N4. */
public record Address(
    String line1, String line2, String city, String state, String postalCode, String country) {
  public static final Address NONE = new Address("", "", "", "", "", "");

  public static Address of(String line1, String city, String state, String postalCode) {
    return new Address(line1, "", city, state, postalCode, "");
  }

  public boolean isPresent() {
    return !line1.isEmpty() || !city.isEmpty();
  }

  /** An address belongs into no log. */
  @Override
  public String toString() {
    return "Address[" + state + "]";
  }
}
