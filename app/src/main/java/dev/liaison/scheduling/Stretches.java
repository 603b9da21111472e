package dev.liaison.scheduling;

import dev.liaison.platform.time.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Stretches of time in epoch seconds: in order, apart from each other. */
final class Stretches {
  static final Stretches NONE = new Stretches(new long[0], new long[0]);

  private final long[] starts;
  private final long[] ends;

  private Stretches(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** Those that touch or overlap become one. */
  static Stretches of(Collection<Interval> intervals) {
    var sorted = intervals.stream().sorted(Comparator.comparing(Interval::start)).toList();
    var starts = new long[sorted.size()];
    var ends = new long[sorted.size()];
    var n = 0;
    for (var interval : sorted) {
      var start = interval.start().getEpochSecond();
      var end = interval.end().getEpochSecond();
      if (n > 0 && start <= ends[n - 1]) {
        ends[n - 1] = Math.max(ends[n - 1], end);
      } else {
        starts[n] = start;
        ends[n++] = end;
      }
    }
    return new Stretches(Arrays.copyOf(starts, n), Arrays.copyOf(ends, n));
  }

  static Stretches union(Collection<Stretches> all) {
    return of(all.stream().flatMap(s -> s.intervals().stream()).toList());
  }

  Stretches without(Stretches others) {
    var starts = new long[this.starts.length + others.starts.length];
    var ends = new long[starts.length];
    var n = 0;
    var o = 0;
    for (var i = 0; i < this.starts.length; i++) {
      var from = this.starts[i];
      while (o < others.starts.length && others.ends[o] <= from) {
        o++;
      }
      for (var k = o; k < others.starts.length && others.starts[k] < this.ends[i]; k++) {
        if (from < others.starts[k]) {
          starts[n] = from;
          ends[n++] = others.starts[k];
        }
        from = Math.max(from, others.ends[k]);
      }
      if (from < this.ends[i]) {
        starts[n] = from;
        ends[n++] = this.ends[i];
      }
    }
    return new Stretches(Arrays.copyOf(starts, n), Arrays.copyOf(ends, n));
  }

  boolean cover(long start, long end) {
    var at = Arrays.binarySearch(starts, start);
    var i = at >= 0 ? at : -at - 2;
    return i >= 0 && end <= ends[i];
  }

  boolean overlap(long start, long end) {
    var at = Arrays.binarySearch(ends, start);
    var i = at >= 0 ? at + 1 : -at - 1;
    return i < starts.length && starts[i] < end;
  }

  int size() {
    return starts.length;
  }

  long start(int i) {
    return starts[i];
  }

  long end(int i) {
    return ends[i];
  }

  List<Interval> intervals() {
    return IntStream.range(0, starts.length)
        .mapToObj(
            i -> new Interval(Instant.ofEpochSecond(starts[i]), Instant.ofEpochSecond(ends[i])))
        .toList();
  }
}
