package dev.liaison.patients;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as recorded.
 *
 * @param given all given names in order; may be empty, as may {@code family}, never both
 * @param preferred what the person goes by
 * @param inOwnScript the whole name as the person writes it, when that is another script
 */
public record PersonName(
    String family,
    String given,
    @Nullable String suffix,
    @Nullable String preferred,
    @Nullable String inOwnScript) {

  public PersonName {
    if (family.isBlank() && given.isBlank()) {
      throw new IllegalArgumentException("A name has a family or a given name");
    }
  }

  /** As lists sort and show it: {@code García Peñaloza, Luz}. */
  public String listed() {
    return given.isBlank() ? family : family.isBlank() ? given : family + ", " + given;
  }

  /** As one addresses the person: {@code Luz García Peñaloza}. */
  public String spoken() {
    return (given + " " + family).strip();
  }

  /** Never the name: names stay out of logs. */
  @Override
  public String toString() {
    return "PersonName[…]";
  }
}
