package dev.liaison.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes again what the reader reads: the proof that nothing is lost between the two. */
public final class Copy {
  private Copy() {}

  /** Copies sound interchanges; what is quarantined or stray stays out. */
  public static void copy(InputStream in, OutputStream out) throws IOException {
    var writer = X12Writer.to(out);
    try (var reader = X12Reader.of(in, error -> {})) {
      for (var event = reader.next(); event != X12Reader.Event.END; event = reader.next()) {
        switch (event) {
          case INTERCHANGE ->
              writer.copyHeader(reader.segment(), reader.interchange().delimiters());
          case GROUP, SET, SEGMENT, ACKNOWLEDGMENT -> writer.copy(reader.segment());
          case SET_END, GROUP_END, INTERCHANGE_END -> {
            if (reader.complete()) {
              writer.copy(reader.segment());
            }
          }
          case STRAY, QUARANTINE, END -> {
            // reported to whoever checks; a copy holds what was sound
          }
        }
      }
    }
    writer.flush();
  }

  /** The same from memory. */
  public static void copy(byte[] bytes, OutputStream out) throws IOException {
    copy(new ByteArrayInputStream(bytes), out);
  }
}
