package dev.liaison.patients;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a patient lives; each part may be missing. */
public record Address(
    @Nullable String line,
    @Nullable String unit,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String country) {
  public static final Address UNKNOWN = new Address(null, null, null, null, null, null);

  /** {@code 5002 S 33rd St, Apt 4, Omaha, NE 68107}; empty when nothing is known. */
  public String shown() {
    var stateAndCode = join(" ", state, postalCode);
    return join(", ", line, unit, city, stateAndCode.isEmpty() ? null : stateAndCode);
  }

  private static String join(String between, @Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
  }

  /** Never the address. */
  @Override
  public String toString() {
    return "Address[…]";
  }
}
