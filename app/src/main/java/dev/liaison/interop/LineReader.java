package dev.liaison.interop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, one at a time; a line without end does not fill the memory. */
final class LineReader {
  static final int LONGEST = 64 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private int number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** A line; its content is null where it was too long to keep. */
  record Line(int number, byte @Nullable [] content) {
    boolean isBlank() {
      if (content == null) {
        return false;
      }
      for (var b : content) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }
  }

  /** Null at the end. */
  @Nullable Line next() throws IOException {
    var line = new ByteArrayOutputStream(1024);
    var tooLong = false;
    var any = false;
    while (at < end || fill()) {
      any = true;
      var from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      tooLong |= line.size() + at - from > LONGEST;
      if (!tooLong) {
        line.write(buffer, from, at - from);
      }
      if (at < end) {
        at++;
        break;
      }
    }
    return any ? new Line(++number, tooLong ? null : line.toByteArray()) : null;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
