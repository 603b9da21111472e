package dev.liaison.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * Chance that is the same at every start: what is drawn depends on the demo's seed and on what it
 * is drawn for, never on what was drawn before for something else.
 */
final class Chance {
  private static final long SEED = 20_261_124;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Chance of(Object... purpose) {
    var seed = SEED;
    for (var part : purpose) {
      for (var i = 0; i < part.toString().length(); i++) {
        seed = seed * 0x5DEECE66DL + part.toString().charAt(i);
      }
      seed = seed * 31 + 7;
    }
    return new Chance(seed);
  }

  /** True that often. */
  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  double share() {
    return random.nextDouble();
  }

  /** From the first to the last, both possible. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of them, more often the heavier it is. At least one weighs something. */
  <T> T weighed(List<T> choices, ToIntFunction<T> weight) {
    var left = random.nextInt(choices.stream().mapToInt(weight).sum());
    for (var choice : choices) {
      left -= weight.applyAsInt(choice);
      if (left < 0) {
        return choice;
      }
    }
    throw new IllegalStateException("Weights that sum up to less than their sum");
  }
}
