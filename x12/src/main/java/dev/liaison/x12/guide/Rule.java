package dev.liaison.x12.guide;

import dev.liaison.x12.guide.Dictionary.Element;
import java.util.Arrays;

/**
 * What one use of a segment asks of one element or component.
 *
 * @param codes packed and sorted, empty when any value of the type will do
 * @param parts one rule per component, empty when the element is simple
 */
record Rule(
    Element element, boolean used, boolean required, int repeats, long[] codes, Rule[] parts) {
  boolean allows(long packed) {
    return codes.length == 0 || Arrays.binarySearch(codes, packed) >= 0;
  }
}
