package dev.liaison.bench;

import java.util.Arrays;

/** Measured values, and what one says of them on a noisy machine. */
final class Samples {
  private Samples() {}

  static double median(double... values) {
    return percentile(50, values);
  }

  /** The nearest-rank percentile. */
  static double percentile(int percent, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    var rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
