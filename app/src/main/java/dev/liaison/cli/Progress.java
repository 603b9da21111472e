package dev.liaison.cli;

import java.io.PrintStream;

/**
 * How far a long work is: a bar that stays in its line on a terminal, elsewhere a plain line every
 * few seconds.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long TERMINAL_PAUSE = 100_000_000L;
  private static final long PLAIN_PAUSE = 5_000_000_000L;

  private final PrintStream err;
  private final String what;
  private final long total;
  private final boolean terminal;
  private final long pause;
  private long done;
  private long shownAt;
  private long shown = -1;

  Progress(PrintStream err, String what, long total) {
    this(err, what, total, onTerminal());
  }

  Progress(PrintStream err, String what, long total, boolean terminal) {
    this.err = err;
    this.what = what;
    this.total = total;
    this.terminal = terminal;
    this.pause = terminal ? TERMINAL_PAUSE : PLAIN_PAUSE;
    this.shownAt = System.nanoTime() - (terminal ? pause : 0);
  }

  /** So much more is done. */
  void step(long more) {
    at(done + more);
  }

  /** So much is done in all. */
  synchronized void at(long now) {
    done = now;
    if (System.nanoTime() - shownAt >= pause) {
      show();
    }
  }

  /** Shows the last state, so that a bar is left full. */
  @Override
  public synchronized void close() {
    if (done != shown && (terminal || shown >= 0)) {
      show();
    }
    if (terminal && shown >= 0) {
      err.println();
    }
  }

  private void show() {
    shownAt = System.nanoTime();
    shown = done;
    if (terminal) {
      err.print("\r" + what + " " + bar() + "\u001b[K");
      err.flush();
    } else {
      err.println(what + " " + count());
    }
  }

  private String bar() {
    if (total <= 0) {
      return count();
    }
    var full = (int) Math.min(WIDTH, done * WIDTH / total);
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + count();
  }

  private String count() {
    return total <= 0
        ? "%,d".formatted(done)
        : "%,d of %,d (%d %%)".formatted(done, total, Math.min(100, done * 100 / total));
  }

  private static boolean onTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}
