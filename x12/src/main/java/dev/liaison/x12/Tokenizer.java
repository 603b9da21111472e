package dev.liaison.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts bytes into segments, in constant memory, and survives what it meets: a fault costs the rest
 * of its interchange and no more, since the search for the next sound header begins one byte behind
 * the fault.
 */
final class Tokenizer {
  /** The longest segment taken; a longer one is refused at its first byte. */
  static final int LONGEST_SEGMENT = 1 << 20;

  enum Token {
    HEADER,
    SEGMENT,
    QUARANTINE,
    END
  }

  private static final int ISA = Segment.id("ISA");
  private static final int IEA = Segment.id("IEA");
  // Nothing in a healthcare segment is this long by itself; one that is may have swallowed a
  // header.
  private static final int SUSPICIOUS_LENGTH = 512;

  private final InputStream in;
  private final Consumer<X12Error> errors;
  private final Segment segment = new Segment();
  private byte[] buffer = new byte[1 << 16];
  private int pos;
  private int limit;
  private int previous;
  private long base;
  private boolean eof;
  private boolean inside;
  private boolean begun;
  private boolean found;
  private byte element;
  private byte terminator;
  private long quarantineFrom;
  private long quarantineTo;
  private boolean searching;

  Tokenizer(InputStream in, Consumer<X12Error> errors) {
    this.in = in;
    this.errors = errors;
  }

  Segment segment() {
    return segment;
  }

  Delimiters delimiters() {
    return new Delimiters(element, segment.component, segment.repetition, terminator);
  }

  long quarantineFrom() {
    return quarantineFrom;
  }

  long quarantineTo() {
    return quarantineTo;
  }

  Token next() throws IOException {
    if (searching) {
      searching = false;
      return header();
    }
    return inside ? segmentOrHeader() : seek();
  }

  /** There is no segment here: what asks for it learns the place and nothing else. */
  private Token none(Token token, long offset) {
    segment.id = 0;
    segment.count = 0;
    segment.starts[0] = 0;
    segment.starts[1] = 1;
    segment.base = offset;
    return token;
  }

  /** Outside of any interchange: what comes next must be a header. */
  private Token seek() throws IOException {
    if (!begun) {
      begun = true;
      ensure(4);
      if (foreignEncoding()) {
        return quarantine(Fault.WRONG_ENCODING, pos);
      }
    }
    skipBlanks();
    if (pos == limit) {
      if (!found) {
        found = true;
        errors.accept(X12Error.at(Fault.NO_INTERCHANGE, base + pos, "", 0));
      }
      return none(Token.END, base + pos);
    }
    if (headerStartsAt(pos)) {
      return header();
    }
    return quarantine(found ? Fault.STRAY_BYTES : Fault.NO_INTERCHANGE, pos);
  }

  private Token header() throws IOException {
    found = true;
    ensure(IsaHeader.LONGEST + 1);
    var header = IsaHeader.parse(buffer, pos, limit);
    if (header.fault() != null) {
      return quarantine(header.fault(), pos);
    }
    element = header.element();
    terminator = header.terminator();
    inside = true;
    previous = pos;
    System.arraycopy(header.starts(), 0, segment.starts, 0, 18);
    segment.count = 16;
    segment.id = ISA;
    segment.component = header.component();
    segment.repetition = header.repetition();
    segment.buffer = buffer;
    segment.base = base;
    pos = header.end();
    return Token.HEADER;
  }

  private Token segmentOrHeader() throws IOException {
    // The segment before stays in the buffer: it may turn out to hold a swallowed header.
    skipBlanks();
    if (pos == limit) {
      inside = false;
      return none(Token.END, base + pos);
    }
    if (limit - pos < 4) {
      ensure(4);
    }
    if (buffer[pos] == 'I' && headerStartsAt(pos)) {
      inside = false;
      return header();
    }
    if (!scan()) {
      var fault =
          eof && limit - pos <= LONGEST_SEGMENT ? Fault.UNEXPECTED_END : Fault.SEGMENT_TOO_LONG;
      return quarantine(fault, pos);
    }
    if ((segment.count >= 16 || segment.id == 0 || segment.length() > SUSPICIOUS_LENGTH)
        && swallowedHeader()) {
      return quarantine(Fault.UNEXPECTED_END, pos);
    }
    previous = pos;
    pos = segment.starts[segment.count + 1];
    if (segment.id == IEA) {
      inside = false;
    }
    return Token.SEGMENT;
  }

  /** Finds the terminator and notes where elements start; false when there is none in reach. */
  private boolean scan() throws IOException {
    int[] starts = segment.starts;
    starts[0] = pos;
    int n = 1;
    int p = pos;
    byte separator = element;
    byte end = terminator;
    while (true) {
      byte[] bytes = buffer;
      int stop = limit;
      while (p < stop) {
        byte b = bytes[p++];
        if (b == separator) {
          starts[n++] = p;
          if (n + 1 >= starts.length) {
            starts = segment.starts = Arrays.copyOf(starts, starts.length * 2);
          }
        } else if (b == end) {
          return finish(n, p);
        }
      }
      if (p - pos > LONGEST_SEGMENT) {
        return false;
      }
      if (!more()) {
        return unterminatedTrailer(n, p);
      }
      int moved = starts[0] - pos;
      if (moved != 0) {
        for (int i = 0; i < n; i++) {
          starts[i] -= moved;
        }
        p -= moved;
      }
    }
  }

  private boolean finish(int n, int p) {
    if (p - pos > LONGEST_SEGMENT) {
      return false;
    }
    int[] starts = segment.starts;
    starts[n] = p;
    segment.count = n - 1;
    segment.buffer = buffer;
    segment.base = base;
    if (terminator == '\n' && p - 2 >= pos && buffer[p - 2] == '\r') {
      // CR LF where LF is the terminator: the CR is part of the line break.
      starts[n] = p - 1;
    }
    segment.id = identifier(pos, starts[1] - 1);
    return true;
  }

  /** The very last line of a file with one segment a line may lack its line break. */
  private boolean unterminatedTrailer(int n, int p) {
    if ((terminator != '\n' && terminator != '\r')
        || n != 3
        || identifier(pos, segment.starts[1] - 1) != IEA) {
      return false;
    }
    return finish(n, p + 1);
  }

  private int identifier(int from, int to) {
    int length = to - from;
    if (length < 2 || length > 3) {
      return 0;
    }
    int id = 0;
    for (int i = from; i < to; i++) {
      byte b = buffer[i];
      if (!((b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9'))) {
        return 0;
      }
      id = id << 8 | b;
    }
    return id;
  }

  /** Whether the segment before, or this one, has a whole header inside. */
  private boolean swallowedHeader() throws IOException {
    int end = segment.starts[segment.count + 1];
    if (limit - end < IsaHeader.LONGEST && !eof) {
      int before = pos;
      ensure(end - pos + IsaHeader.LONGEST);
      int moved = before - pos;
      for (int i = 0; i <= segment.count + 1; i++) {
        segment.starts[i] -= moved;
      }
      segment.buffer = buffer;
      segment.base = base;
      end -= moved;
    }
    for (int p = Math.min(previous, pos) + 1; p < Math.min(end, limit) - 4; p++) {
      if (buffer[p] == 'I' && headerStartsAt(p) && IsaHeader.convincing(buffer, p, limit)) {
        return true;
      }
    }
    return false;
  }

  /** Reports the fault at this place, then looks for the next header that convinces. */
  private Token quarantine(Fault fault, int at) throws IOException {
    found = true;
    errors.accept(X12Error.at(fault, base + at, fault == Fault.BROKEN_HEADER ? "ISA" : "", 0));
    quarantineFrom = base + at;
    inside = false;
    pos = Math.min(previous, at) < at ? previous : at;
    previous = pos;
    pos++;
    while (true) {
      while (pos < limit && buffer[pos] != 'I') {
        pos++;
      }
      if (limit - pos <= IsaHeader.LONGEST) {
        previous = pos;
        ensure(IsaHeader.LONGEST + 1);
      }
      if (pos == limit) {
        break;
      }
      if (buffer[pos] == 'I' && headerStartsAt(pos) && IsaHeader.convincing(buffer, pos, limit)) {
        searching = true;
        break;
      }
      if (buffer[pos] == 'I') {
        pos++;
      }
    }
    previous = pos;
    quarantineTo = base + pos;
    quarantineFrom = Math.min(quarantineFrom, quarantineTo);
    return none(Token.QUARANTINE, quarantineFrom);
  }

  private boolean headerStartsAt(int p) {
    return limit - p >= 4
        && buffer[p] == 'I'
        && buffer[p + 1] == 'S'
        && buffer[p + 2] == 'A'
        && Delimiters.separates(buffer[p + 3]);
  }

  /** UTF-16 with or without its mark, and EBCDIC, by what they make of the letters I, S, A. */
  private boolean foreignEncoding() {
    if (limit - pos < 3) {
      return false;
    }
    int first = buffer[pos] & 0xff;
    int second = buffer[pos + 1] & 0xff;
    int third = buffer[pos + 2] & 0xff;
    return (first == 0xfe && second == 0xff)
        || (first == 0xff && second == 0xfe)
        || (first == 'I' && second == 0 && third == 'S')
        || (first == 0 && second == 'I' && third == 0)
        || (first == 0xc9 && second == 0xe2 && third == 0xc1);
  }

  /** Line breaks, indentation and byte order marks stand between segments without meaning. */
  private void skipBlanks() throws IOException {
    while (true) {
      while (pos < limit && blank(buffer[pos])) {
        pos++;
      }
      if (pos < limit) {
        if (buffer[pos] != (byte) 0xef) {
          return;
        }
        ensure(3);
        if (limit - pos < 3 || buffer[pos + 1] != (byte) 0xbb || buffer[pos + 2] != (byte) 0xbf) {
          return;
        }
        pos += 3;
      } else {
        if (!inside || pos - previous > LONGEST_SEGMENT) {
          previous = pos;
        }
        if (!more()) {
          return;
        }
      }
    }
  }

  private static boolean blank(byte b) {
    return b == '\n' || b == '\r' || b == ' ' || b == '\t';
  }

  private void ensure(int bytes) throws IOException {
    while (limit - pos < bytes && more()) {
      // more() has moved and filled the buffer
    }
  }

  /** Reads on; what lies before the kept segments makes room. False at the end of the file. */
  private boolean more() throws IOException {
    if (eof) {
      return false;
    }
    int keep = Math.min(previous, pos);
    if (limit == buffer.length) {
      if (keep > 0) {
        System.arraycopy(buffer, keep, buffer, 0, limit - keep);
        pos -= keep;
        previous -= keep;
        limit -= keep;
        base += keep;
      } else {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      eof = true;
      return false;
    }
    limit += read;
    return true;
  }
}
