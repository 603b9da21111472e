package dev.liaison.testing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Many random cases of one property; a failing one names the seed that brings it back. */
public final class Cases {
  private static final String SEED = "liaison.seed";

  private Cases() {}

  /** What must hold, whatever the generator brings. */
  public interface Property {
    void check(RandomGenerator random) throws Exception;
  }

  public static void each(Property property) {
    each(100, property);
  }

  /** Run again with {@code -Dliaison.seed=…} to see one failing case alone. */
  public static void each(int cases, Property property) {
    var only = Long.getLong(SEED);
    if (only != null) {
      check(property, only);
      return;
    }
    var seeds = new SplittableRandom();
    for (var n = 0; n < cases; n++) {
      check(property, seeds.nextLong());
    }
  }

  private static void check(Property property, long seed) {
    try {
      property.check(new SplittableRandom(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError("Failed for -D" + SEED + "=" + seed + ": " + e.getMessage(), e);
    }
  }
}
