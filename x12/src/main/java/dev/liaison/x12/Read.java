package dev.liaison.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of reading one transaction set into a value.
 *
 * @param <T> the value
 */
public sealed interface Read<T> {
  /**
   * The envelope is right and every value is what it should be.
   *
   * @param findings what the guide has to say nevertheless; empty when reading unchecked
   */
  record Sound<T>(T value, Envelope envelope, List<X12Error> findings) implements Read<T> {}

  /**
   * Not to be used: counts or numbers do not fit, or a value is none.
   *
   * @param value as far as it could be read, to show to people
   */
  record Refused<T>(T value, Envelope envelope, List<X12Error> errors) implements Read<T> {}

  /** A set of another kind stands here. */
  record Other<T>(Envelope envelope) implements Read<T> {}

  /** The file is broken between sets; what could be read has come or will come. */
  record Broken<T>(List<X12Error> errors) implements Read<T> {}

  /** Where a set stood. */
  record Envelope(Interchange interchange, Group group, SetHeader set) {}

  /** The value whether sound or not, null where there is none. */
  default @Nullable T valueOrNull() {
    return switch (this) {
      case Sound<T>(var value, var _, var _) -> value;
      case Refused<T>(var value, var _, var _) -> value;
      case Other<T> _, Broken<T> _ -> null;
    };
  }
}
