package dev.liaison.x12;

import dev.liaison.x12.ack.Acknowledger;
import dev.liaison.x12.codes.CodeLists;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole file: envelopes, guides, sums and rules, and makes its acknowledgments. Streams;
 * what grows is only the list of acknowledgments, one line a set.
 */
public final class FileCheck {
  private final Acknowledger acknowledger = new Acknowledger();
  private final Consumer<X12Error> sink;
  private final SetCheck check;
  private boolean sound = true;

  private FileCheck(Consumer<X12Error> sink, @Nullable CodeLists lists) {
    this.sink = sink;
    this.check = new SetCheck(this::error, lists);
  }

  private void error(X12Error error) {
    sound &= error.warning();
    acknowledger.error(error);
    sink.accept(error);
  }

  /**
   * What came of it.
   *
   * @param sound no error, warnings aside
   * @param answers TA1 and 999 for each interchange
   */
  public record Result(boolean sound, List<Acknowledger.Answer> answers) {}

  /** Checks a file; its errors go to the sink in the order of the file. */
  public static Result check(InputStream in, Consumer<X12Error> errors) throws IOException {
    return new FileCheck(errors, null).run(in);
  }

  /** The same, with code lists. */
  public static Result check(InputStream in, CodeLists lists, Consumer<X12Error> errors)
      throws IOException {
    return new FileCheck(errors, lists).run(in);
  }

  private Result run(InputStream in) throws IOException {
    try (var reader = X12Reader.of(in, this::error)) {
      for (var event = reader.next(); event != X12Reader.Event.END; event = reader.next()) {
        switch (event) {
          case SET -> check.begin(reader);
          case SEGMENT -> check.accept(reader.segment());
          case SET_END -> {
            check.end(reader);
            acknowledger.setEnds(reader.set());
          }
          case GROUP_END -> acknowledger.groupEnds(reader.group(), reader.segment());
          case INTERCHANGE_END -> acknowledger.interchangeEnds(reader.interchange());
          case INTERCHANGE, GROUP, ACKNOWLEDGMENT, STRAY, QUARANTINE, END -> {
            // nothing to check beyond what the reader has checked
          }
        }
      }
    }
    return new Result(sound, acknowledger.answers());
  }
}
