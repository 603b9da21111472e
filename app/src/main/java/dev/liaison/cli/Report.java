package dev.liaison.cli;

import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a command says: words for people, or one JSON object for machines; progress apart. */
final class Report {
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

  /** A line for people; where the answer is JSON it goes beside it. */
  void say(String line) {
    (json ? err : out).println(line);
  }

  /** A complaint; it never mixes with the answer. */
  void complain(String line) {
    err.println(line);
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
