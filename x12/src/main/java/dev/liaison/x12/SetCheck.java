package dev.liaison.x12;

import dev.liaison.x12.codes.CodeCheck;
import dev.liaison.x12.codes.CodeLists;
import dev.liaison.x12.guide.Checker;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is checked of one set: its guide, its sums and situational rules where it has some, and
 * its codes where lists are at hand. For one thread.
 */
public final class SetCheck {
  private final Consumer<X12Error> errors;
  private final Checker checker;
  private final @Nullable CodeCheck codes;
  private @Nullable Sums sums;

  public SetCheck(Consumer<X12Error> errors) {
    this(errors, null);
  }

  /** With code lists, of which what they do not know is a warning. */
  public SetCheck(Consumer<X12Error> errors, @Nullable CodeLists lists) {
    this.errors = errors;
    this.checker = new Checker(errors);
    this.codes = lists == null ? null : new CodeCheck(lists, errors);
  }

  /** At {@link X12Reader.Event#SET}. */
  public void begin(X12Reader reader) {
    checker.begin(reader.set(), reader.segment(), reader.interchange().delimiters());
    sums = Sums.of(reader.set(), errors);
    if (codes != null) {
      codes.begin();
    }
  }

  /** At {@link X12Reader.Event#SEGMENT}. */
  public void accept(Segment segment) {
    checker.accept(segment);
    if (sums != null) {
      sums.accept(segment);
    }
    if (codes != null) {
      codes.accept(segment);
    }
  }

  /**
   * At {@link X12Reader.Event#SET_END}; a set without trailer has lost its end, and is not judged.
   */
  public void end(X12Reader reader) {
    if (reader.complete()) {
      checker.end(reader.segment());
      if (sums != null) {
        sums.end(reader.segment());
      }
    }
    sums = null;
  }

  /** Where in the guide the segment at hand belongs. */
  public Checker checker() {
    return checker;
  }
}
