package dev.liaison.x12;

import java.util.function.Consumer;

/**
 * Makes a value of one transaction set while its segments go by, ST and SE not among them.
 *
 * @param <T> the value
 */
public interface SetBuilder<T> {
  void accept(Segment segment);

  /** The value, once the set is over. */
  T end();

  /** Makes a builder for the next set; errors of values go to the sink. */
  @FunctionalInterface
  interface Factory<T> {
    SetBuilder<T> begin(SetHeader set, Consumer<X12Error> errors);
  }
}
