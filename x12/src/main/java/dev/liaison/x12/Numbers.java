package dev.liaison.x12;

import java.util.HashSet;
import java.util.Set;

/**
 * Control numbers seen so far. The first 65,536 are remembered one by one; of later ones only those
 * above all others are known to be new, and nearly all senders count upwards.
 */
final class Numbers {
  private static final int MOST = 1 << 16;

  private final Set<String> others = new HashSet<>();
  private long highest = -1;
  private String first = "";

  /** False when this number was here before. */
  boolean add(String number) {
    long value = value(number);
    if (value > highest) {
      if (highest >= 0 && others.size() < MOST) {
        others.add(first);
      }
      highest = value;
      first = number;
      return true;
    }
    if (number.equals(first)) {
      return false;
    }
    return others.size() >= MOST || others.add(number);
  }

  void clear() {
    others.clear();
    highest = -1;
    first = "";
  }

  private static long value(String number) {
    if (number.isEmpty() || number.length() > 18) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
