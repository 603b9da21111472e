package dev.liaison.interop;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** A file to import, compressed or not. */
record ImportFile(Path path) {
  /** A .gz may grow to this, whatever its size. */
  static final long LARGEST = 2L << 30;

  /** A .gz that grows by more is not data but an attack or an accident. */
  static final int MOST_GROWTH = 200;

  private static final int BUFFER = 1 << 16;

  String name() {
    return path.toString();
  }

  long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  boolean isCompressed() {
    return lowerCase().endsWith(".gz");
  }

  /** One resource a line; else one document. */
  boolean isLines() {
    var plain = isCompressed() ? lowerCase().replaceAll("\\.gz$", "") : lowerCase();
    return plain.endsWith(".ndjson") || plain.endsWith(".jsonl");
  }

  /** Whether a file found in a folder is one to read. */
  boolean isOfKnownKind() {
    return lowerCase().matches(".*\\.(json|ndjson|jsonl)(\\.gz)?");
  }

  private String lowerCase() {
    var name = path.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * The content.
   *
   * @param progress is told the bytes of the file as they are read, compressed ones as such
   */
  InputStream open(LongConsumer progress) throws IOException {
    var counted = new Counted(Files.newInputStream(path), progress);
    try {
      return isCompressed()
          ? new BufferedInputStream(
              new Limited(new GZIPInputStream(counted, BUFFER), counted), BUFFER)
          : new BufferedInputStream(counted, BUFFER);
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer progress;
    private long read;

    Counted(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      var next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var n = super.read(into, from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int more) {
      read += more;
      if (more > 0) {
        progress.accept(more);
      }
    }
  }

  private static final class Limited extends FilterInputStream {
    private final Counted compressed;
    private long read;

    Limited(InputStream in, Counted compressed) {
      super(in);
      this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
      var next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var n = super.read(into, from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int more) {
      read += more;
      if (read > LARGEST) {
        throw new Unreadable(ParkReason.TOO_LARGE, "It grows to more than 2 GiB when unpacked.");
      }
      if (read > MOST_GROWTH * compressed.read) {
        throw new Unreadable(
            ParkReason.TOO_LARGE, "It grows more than " + MOST_GROWTH + "-fold when unpacked.");
      }
    }
  }
}
