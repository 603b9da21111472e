package dev.liaison.x12.types;

/** REF: a number, and what kind of number it is. */
public record Reference(Code kind, String value, String description) {
  public static Reference of(String kind, String value) {
    return new Reference(Code.of(kind), value, "");
  }

  public boolean is(String other) {
    return kind.is(other);
  }

  /** The kind only: a number may identify a patient. */
  @Override
  public String toString() {
    return "Reference[" + kind + "]";
  }
}
