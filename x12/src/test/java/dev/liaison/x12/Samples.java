package dev.liaison.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that others wrote; {@code samples/SOURCES.md} says whence. */
public final class Samples {
  private static final Path ROOT = Path.of("src/test/resources/samples");

  private Samples() {}

  public record Sample(String name, byte[] bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Sample> all() {
    try (var files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".edi"))
          .sorted()
          .map(file -> new Sample(ROOT.relativize(file).toString(), read(file)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static List<Sample> in(String folder) {
    return all().stream().filter(sample -> sample.name().startsWith(folder + "/")).toList();
  }

  public static byte[] sample(String name) {
    return read(ROOT.resolve(name));
  }

  public static String text(String name) {
    return new String(sample(name), StandardCharsets.ISO_8859_1);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Everything the reader says about these bytes. */
  public record Reading(List<String> sets, List<X12Error> errors, List<String> events) {
    public static Reading of(byte[] bytes) {
      var errors = new ArrayList<X12Error>();
      try (var reader = X12Reader.of(bytes, errors::add)) {
        return read(reader, errors);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    static Reading read(X12Reader reader, List<X12Error> errors) throws IOException {
      var sets = new ArrayList<String>();
      var events = new ArrayList<String>();
      for (var event = reader.next(); event != X12Reader.Event.END; event = reader.next()) {
        events.add(event.name());
        if (event == X12Reader.Event.SET_END) {
          sets.add(reader.set().kind() + " " + reader.set().number() + " " + reader.sound());
        }
      }
      return new Reading(sets, errors, events);
    }

    public List<Fault> faults() {
      return errors.stream().map(X12Error::fault).toList();
    }
  }
}
