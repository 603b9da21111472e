package dev.liaison.x12;

import dev.liaison.x12.guide.Checker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file read set by set into values; holds one set in memory at a time. Iterate once.
 *
 * @param <T> the value of one set
 */
public final class TypedFile<T> implements Iterable<Read<T>>, AutoCloseable {
  private final X12Reader reader;
  private final Set<String> kinds;
  private final SetBuilder.Factory<T> factory;
  private final List<X12Error> outside = new ArrayList<>();
  private final List<X12Error> values = new ArrayList<>();
  private final List<X12Error> findings = new ArrayList<>();
  private final Checker checker = new Checker(this::finding);
  private boolean checked = true;
  private boolean inSet;

  private TypedFile(InputStream in, Set<String> kinds, SetBuilder.Factory<T> factory) {
    this.reader = X12Reader.of(in, error -> (inSet ? values : outside).add(error));
    this.kinds = kinds;
    this.factory = factory;
  }

  // A set of a thousand errors is as broken as one of a million, and takes less memory.
  private void finding(X12Error error) {
    if (findings.size() < 1000) {
      findings.add(error);
    }
  }

  /** Opens a stream, which {@link #close()} closes. */
  public static <T> TypedFile<T> of(
      InputStream in, Set<String> kinds, SetBuilder.Factory<T> factory) {
    return new TypedFile<>(in, kinds, factory);
  }

  /** Opens a file. */
  public static <T> TypedFile<T> of(Path file, Set<String> kinds, SetBuilder.Factory<T> factory)
      throws IOException {
    return of(Files.newInputStream(file), kinds, factory);
  }

  /** Reads without the guide's checks, for files that were checked before. */
  public TypedFile<T> unchecked() {
    this.checked = false;
    return this;
  }

  /**
   * The next set, null at the end.
   *
   * @throws IOException only when the stream itself fails
   */
  public @Nullable Read<T> next() throws IOException {
    SetBuilder<T> building = null;
    while (true) {
      var event = reader.next();
      switch (event) {
        case SET -> {
          building = null;
          values.clear();
          findings.clear();
          // Repeated or malformed numbers of this set have been told just before it opened.
          outside.removeIf(error -> error.fault().level() == Level.SET && values.add(error));
          inSet = true;
          if (kinds.contains(reader.set().kind())) {
            building = factory.begin(reader.set(), values::add);
            if (checked) {
              checker.begin(reader.set(), reader.segment(), reader.interchange().delimiters());
            }
          }
        }
        case SEGMENT -> {
          if (building != null) {
            building.accept(reader.segment());
            if (checked) {
              checker.accept(reader.segment());
            }
          }
        }
        case SET_END -> {
          inSet = false;
          return ended(building);
        }
        case INTERCHANGE, GROUP, ACKNOWLEDGMENT -> {
          // their errors, if any, are told with what follows
        }
        case GROUP_END, INTERCHANGE_END, STRAY, QUARANTINE, END -> {
          outside.removeIf(X12Error::warning);
          if (!outside.isEmpty()) {
            var broken = new Read.Broken<T>(List.copyOf(outside));
            outside.clear();
            ended = event == X12Reader.Event.END;
            return broken;
          }
          if (event == X12Reader.Event.END) {
            return null;
          }
        }
      }
    }
  }

  private boolean ended;

  private Read<T> ended(@Nullable SetBuilder<T> building) {
    var envelope = new Read.Envelope(reader.interchange(), reader.group(), reader.set());
    if (building == null) {
      return new Read.Other<>(envelope);
    }
    if (checked && reader.complete()) {
      checker.end(reader.segment());
    }
    var value = building.end();
    values.removeIf(X12Error::warning);
    if (reader.sound() && values.isEmpty()) {
      return new Read.Sound<>(value, envelope, List.copyOf(findings));
    }
    // Where the set itself is right, its group is what is wrong.
    return new Read.Refused<>(value, envelope, List.copyOf(values.isEmpty() ? outside : values));
  }

  @Override
  public Iterator<Read<T>> iterator() {
    return new Iterator<>() {
      private @Nullable Read<T> ready;

      @Override
      public boolean hasNext() {
        if (ready == null && !ended) {
          try {
            ready = TypedFile.this.next();
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        }
        return ready != null;
      }

      @Override
      public Read<T> next() {
        if (!hasNext() || ready == null) {
          throw new NoSuchElementException();
        }
        var next = ready;
        ready = null;
        return next;
      }
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
