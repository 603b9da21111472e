package dev.liaison.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What a command says: words for people, or one JSON object for machines; progress apart. */
final class Report {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n]]");

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;

  Report(PrintStream out, PrintStream err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  boolean isJson() {
    return json;
  }

  /**
   * A text as a terminal may show it. What an import says quotes its files, and a file may hold
   * what moves the cursor, renames the window or types for whoever sits before it.
   */
  static String plain(String text) {
    return CONTROLS.matcher(text).replaceAll("\uFFFD");
  }

  /** A line for people; where the answer is JSON it goes beside it. */
  void say(String line) {
    (json ? err : out).println(plain(line));
  }

  /** A complaint; it never mixes with the answer. */
  void complain(String line) {
    err.println(plain(line));
  }

  /** The answer as one object on one line, where JSON was asked for. */
  void answer(Map<String, ?> answer) {
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(answer));
    }
  }

  /** Progress of a long work: {@code total} is 0 where it is not known. */
  Progress progress(String what, long total) {
    return new Progress(err, what, total);
  }
}
