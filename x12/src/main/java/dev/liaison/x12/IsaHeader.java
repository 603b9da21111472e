package dev.liaison.x12;

import org.jspecify.annotations.Nullable;

/**
 * An interchange header found in bytes. Its sixteen separators are counted: many senders collapse
 * the blanks that the standard prescribes, so offsets prove nothing.
 *
 * @param starts as in {@link Segment#starts}, relative to the buffer
 * @param end the byte after the terminator
 * @param fault why these bytes are no header, null when they are one
 */
record IsaHeader(
    byte element,
    byte component,
    byte repetition,
    byte terminator,
    int[] starts,
    int end,
    @Nullable Fault fault) {
  /** A header has 106 bytes; a sender who pads it generously still stays far below. */
  static final int LONGEST = 512;

  static IsaHeader parse(byte[] buffer, int from, int limit) {
    byte element = from + 3 < limit ? buffer[from + 3] : 0;
    int[] starts = new int[18];
    starts[0] = from;
    int n = 1;
    int p = from;
    int stop = Math.min(limit, from + LONGEST);
    while (p < stop && n <= 16) {
      if (buffer[p++] == element) {
        starts[n++] = p;
      }
    }
    if (n <= 16 || p + 1 >= limit) {
      return refused(limit - from < LONGEST ? Fault.UNEXPECTED_END : Fault.BROKEN_HEADER);
    }
    byte component = buffer[p];
    byte terminator = buffer[p + 1];
    byte repetition = repetition(buffer, starts);
    if (!Delimiters.separates(element)
        || !Delimiters.separates(component)
        || !Delimiters.separates(terminator)
        || element == component
        || element == terminator
        || component == terminator
        || lineBreak(component)
        || lineBreak(element)
        || (component == '~' && lineBreak(terminator))) {
      return refused(Fault.BAD_DELIMITERS);
    }
    if (repetition == element || repetition == component || repetition == terminator) {
      repetition = Delimiters.NONE;
    }
    starts[17] = p + 2;
    return new IsaHeader(element, component, repetition, terminator, starts, p + 2, null);
  }

  // Until 00402, ISA11 named a standards body; some write a letter there to this day.
  private static byte repetition(byte[] buffer, int[] starts) {
    if (starts[12] - 1 - starts[11] != 1 || !Delimiters.separates(buffer[starts[11]])) {
      return Delimiters.NONE;
    }
    return buffer[starts[11]];
  }

  private static boolean lineBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  private static IsaHeader refused(Fault fault) {
    return new IsaHeader((byte) 0, (byte) 0, (byte) 0, (byte) 0, new int[18], 0, fault);
  }

  /** A header, and behind it what follows a header: the test for one found amid rubble. */
  static boolean convincing(byte[] buffer, int from, int limit) {
    var header = parse(buffer, from, limit);
    if (header.fault != null) {
      return false;
    }
    int p = header.end;
    while (p < limit
        && (buffer[p] == '\n' || buffer[p] == '\r' || buffer[p] == ' ' || buffer[p] == '\t')) {
      p++;
    }
    return (p + 2 < limit
            && buffer[p] == 'G'
            && buffer[p + 1] == 'S'
            && buffer[p + 2] == header.element)
        || (p + 3 < limit
            && ((buffer[p] == 'T' && buffer[p + 1] == 'A' && buffer[p + 2] == '1')
                || (buffer[p] == 'I' && buffer[p + 1] == 'E' && buffer[p + 2] == 'A'))
            && buffer[p + 3] == header.element);
  }
}
