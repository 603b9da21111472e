package dev.liaison.scheduling.desk;

import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.Spoken;
import java.time.ZoneId;

/** Spans of time in the desk's words. */
final class Span {
  private Span() {}

  /** {@code 10:00–10:20 am}, {@code 11:40 am–12:20 pm}. */
  static String of(Interval during, ZoneId zone) {
    var start = during.start().atZone(zone).toLocalTime();
    var end = during.end().atZone(zone).toLocalTime();
    var sameHalf = Spoken.half(start).equals(Spoken.half(end));
    return (sameHalf ? Spoken.clock(start) : Spoken.time(start)) + "–" + Spoken.time(end);
  }
}
