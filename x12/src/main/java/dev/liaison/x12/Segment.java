package dev.liaison.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The segment under the reader's cursor: a view into its buffer, valid until the next step. Copy
 * what must live longer ({@link #text}); nothing is allocated for what is not asked.
 *
 * <p>Elements, components and repetitions count from 1, as the guides do; what is not there is
 * empty.
 */
public final class Segment {
  /** What names and addresses outside of ASCII come in when they are not UTF-8. */
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  byte[] buffer = new byte[0];
  int[] starts = new int[32];
  int count;
  int id;
  long base;
  int position;
  byte component;
  byte repetition;

  Segment() {}

  /** Identifier as a number, {@code "NM1"} being {@code 'N' << 16 | 'M' << 8 | '1'}. */
  public int id() {
    return id;
  }

  /** The number that {@link #id()} gives for an identifier of two or three characters. */
  public static int id(String name) {
    int id = 0;
    for (int i = 0; i < name.length(); i++) {
      id = id << 8 | (name.charAt(i) & 0xff);
    }
    return id;
  }

  public boolean is(String name) {
    return id == id(name);
  }

  /** Identifier as text. */
  public String name() {
    return id == 0 ? decode(starts[0], Math.min(starts[1] - 1, starts[0] + 15)) : name(id);
  }

  /** The text of an identifier that {@link #id(String)} made. */
  public static String name(int id) {
    var text = new StringBuilder(3);
    for (int shift = 16; shift >= 0; shift -= 8) {
      if ((id >> shift & 0xff) != 0) {
        text.append((char) (id >> shift & 0xff));
      }
    }
    return text.toString();
  }

  /** Number of elements, trailing empty ones included. */
  public int size() {
    return count;
  }

  /** Place of the first byte in the file. */
  public long offset() {
    return base + starts[0];
  }

  /** Length in bytes, terminator not counted. */
  public int length() {
    return starts[count + 1] - 1 - starts[0];
  }

  /** ST is 1; outside of a set the count within the interchange, ISA being 1. */
  public int position() {
    return position;
  }

  public boolean has(int element) {
    return element <= count && starts[element + 1] - 1 > starts[element];
  }

  public String text(int element) {
    return element <= count ? decode(starts[element], starts[element + 1] - 1) : "";
  }

  /** A component, or the whole element when it is not composite and the first is asked for. */
  public String text(int element, int part) {
    if (element > count) {
      return "";
    }
    int from = starts[element];
    int end = starts[element + 1] - 1;
    for (int n = 1; ; n++) {
      int to = from;
      while (to < end && buffer[to] != component) {
        to++;
      }
      if (n == part) {
        return decode(from, to);
      }
      if (to == end) {
        return "";
      }
      from = to + 1;
    }
  }

  /** How many components, 0 when the element is empty. */
  public int components(int element) {
    return parts(element, component);
  }

  /** How many repetitions, 0 when the element is empty. */
  public int repetitions(int element) {
    return repetition == Delimiters.NONE ? (has(element) ? 1 : 0) : parts(element, repetition);
  }

  private int parts(int element, byte separator) {
    if (!has(element)) {
      return 0;
    }
    int n = 1;
    for (int i = starts[element]; i < starts[element + 1] - 1; i++) {
      if (buffer[i] == separator) {
        n++;
      }
    }
    return n;
  }

  /** The repetitions of an element, none when it is empty. */
  public String[] repeats(int element) {
    var repeats = new String[repetitions(element)];
    int from = element <= count ? starts[element] : 0;
    for (int n = 0; n < repeats.length; n++) {
      int to = from;
      int end = starts[element + 1] - 1;
      while (to < end && (repetition == Delimiters.NONE || buffer[to] != repetition)) {
        to++;
      }
      repeats[n] = decode(from, to);
      from = to + 1;
    }
    return repeats;
  }

  /** The components of one repetition as {@link #repeats} gives it. */
  public String[] split(String repeat) {
    if (repeat.isEmpty()) {
      return new String[0];
    }
    int n = 1;
    for (int i = 0; i < repeat.length(); i++) {
      if (repeat.charAt(i) == component) {
        n++;
      }
    }
    var parts = new String[n];
    int from = 0;
    for (int i = 0; i < n; i++) {
      int to = repeat.indexOf(component, from);
      parts[i] = repeat.substring(from, to < 0 ? repeat.length() : to);
      from = to + 1;
    }
    return parts;
  }

  /** Whether the element's bytes are exactly these ASCII characters. */
  public boolean equals(int element, String value) {
    if (element > count || starts[element + 1] - 1 - starts[element] != value.length()) {
      return false;
    }
    int from = starts[element];
    for (int i = 0; i < value.length(); i++) {
      if (buffer[from + i] != value.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Up to eight bytes of the element as one number, 0 when empty, -1 when longer. */
  public long packed(int element) {
    return element > count ? 0 : packed(starts[element], starts[element + 1] - 1);
  }

  /** Like {@link #packed(int)}, of bytes between two places of {@link #raw()}. */
  public long packed(int from, int to) {
    if (to - from > 8) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value << 8 | (buffer[i] & 0xff);
    }
    return value;
  }

  /** What {@link #packed(int)} gives for this text. */
  public static long pack(String text) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      value = value << 8 | (text.charAt(i) & 0xff);
    }
    return text.length() > 8 ? -1 : value;
  }

  /** The reader's buffer, for those who judge bytes where they lie. Read only. */
  public byte[] raw() {
    return buffer;
  }

  /** Where the element begins in {@link #raw()}. */
  public int from(int element) {
    return starts[element];
  }

  /** Where the element ends in {@link #raw()}, not included. */
  public int to(int element) {
    return starts[element + 1] - 1;
  }

  /** Text between two places of {@link #raw()}, cut to the 99 characters an error may copy. */
  public String clip(int from, int to) {
    return X12Error.clip(decode(from, Math.min(to, from + 400)));
  }

  /** The bytes as they stand in the file, terminator not counted. */
  public byte[] bytes() {
    return Arrays.copyOfRange(buffer, starts[0], starts[count + 1] - 1);
  }

  String decode(int from, int to) {
    if (to <= from) {
      return "";
    }
    for (int i = from; i < to; i++) {
      if (buffer[i] < 0) {
        return foreign(from, to);
      }
    }
    return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String foreign(int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(buffer, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(buffer, from, to - from, FALLBACK);
    }
  }

  /** Identifier and place, no data. */
  @Override
  public String toString() {
    return name() + " at byte " + offset();
  }
}
