package dev.liaison.x12;

/**
 * The four bytes that structure an interchange. They are a property of each interchange, never of a
 * program: the reader takes them from every ISA anew.
 *
 * @param element what stands between two elements, the byte after {@code ISA}
 * @param component what stands between two components, ISA16
 * @param repetition what stands between two repetitions, ISA11; {@link #NONE} before 00402 and
 *     where ISA11 holds a letter, a digit or a blank
 * @param terminator what ends a segment, the byte after ISA16; may be a line feed
 */
public record Delimiters(byte element, byte component, byte repetition, byte terminator) {
  /** No repetition separator: nothing in this interchange repeats. */
  public static final byte NONE = 0;

  /** What we write unless a partner wants others: {@code * : ^ ~}. */
  public static final Delimiters USUAL =
      new Delimiters((byte) '*', (byte) ':', (byte) '^', (byte) '~');

  public Delimiters {
    if (!separates(element) || !separates(component) || !separates(terminator)) {
      throw new IllegalArgumentException("A delimiter is neither letter, digit nor blank");
    }
    if (element == component
        || element == terminator
        || component == terminator
        || repetition == element
        || repetition == component
        || repetition == terminator) {
      throw new IllegalArgumentException("Delimiters must differ from each other");
    }
  }

  /** Whether this byte would be taken for structure if it stood in data. */
  public boolean contains(int value) {
    return value == element
        || value == component
        || value == terminator
        || (repetition != NONE && value == repetition);
  }

  /** Letters, digits and blanks occur in every element and so can separate none. */
  static boolean separates(byte value) {
    return value != NONE && value != ' ' && !letterOrDigit(value) && value > 0;
  }

  static boolean letterOrDigit(byte value) {
    return (value >= '0' && value <= '9')
        || (value >= 'A' && value <= 'Z')
        || (value >= 'a' && value <= 'z');
  }
}
