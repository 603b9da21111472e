package dev.liaison.x12.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the lists at hand know; the one interface through which lists come in. */
@FunctionalInterface
public interface CodeLists {
  /** What a list says of a code. */
  enum Standing {
    KNOWN,
    /** In the list, but not on that day: retired codes stay readable, a reversal may bring one. */
    OUT_OF_DATE,
    UNKNOWN,
    /** There is no such list at hand, so nothing can be said. */
    NO_LIST
  }

  /**
   * Looks a code up.
   *
   * @param on the day of service or of the set, null when unknown: then dates do not count
   */
  Standing standing(CodeList list, String code, @Nullable LocalDate on);
}
