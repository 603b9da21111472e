package dev.liaison.scheduling.desk;

import dev.liaison.platform.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is left of a resource's hours from now on. */
record FreeTime(List<Interval> stretches) {
  private static final Duration STEP = Duration.ofMinutes(5);

  static FreeTime of(List<Interval> worked, List<Interval> claimed, Instant now) {
    var free = new ArrayList<Interval>();
    var busy = claimed.stream().sorted(Comparator.comparing(Interval::start)).toList();
    var from = ceil(now);
    for (var session : worked) {
      var at = session.start().isBefore(from) ? from : session.start();
      for (var claim : busy) {
        if (claim.end().isAfter(at) && claim.start().isBefore(session.end())) {
          add(free, at, claim.start());
          at = claim.end().isAfter(at) ? claim.end() : at;
        }
      }
      add(free, at, session.end());
    }
    return new FreeTime(free);
  }

  /** How many visits of that length fit. */
  int visits(Duration length) {
    return stretches.stream().mapToInt(stretch -> (int) stretch.length().dividedBy(length)).sum();
  }

  /** Cut at the full hours. */
  List<Interval> byHour() {
    var pieces = new ArrayList<Interval>();
    for (var stretch : stretches) {
      var at = stretch.start();
      while (at.isBefore(stretch.end())) {
        var hour = at.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        var end = hour.isBefore(stretch.end()) ? hour : stretch.end();
        pieces.add(new Interval(at, end));
        at = end;
      }
    }
    return pieces;
  }

  private static void add(List<Interval> free, Instant from, Instant until) {
    if (from.isBefore(until)) {
      free.add(new Interval(from, until));
    }
  }

  private static Instant ceil(Instant now) {
    var seconds = Math.ceilDiv(now.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds();
    return Instant.ofEpochSecond(seconds);
  }
}
