package dev.liaison.demo;

import dev.liaison.arrivals.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a patient came to which stage: a little early, a little wait, never later than now.
 *
 * @param now what has happened lies before
 */
record Timeline(Instant start, Instant end, Instant now, Chance chance) {
  private static final List<Stage> WAY =
      List.of(
          Stage.ARRIVED,
          Stage.CHECKED_IN,
          Stage.ROOMED,
          Stage.WITH_CLINICIAN,
          Stage.LEAVING,
          Stage.FINISHED);

  /** The stages up to the last one, each with its time, in order. */
  Map<Stage, Instant> until(Stage last) {
    var way = WAY.subList(0, WAY.indexOf(last) + 1);
    var times = new LinkedHashMap<Stage, Instant>();
    var at = start.minus(minutes(3, 12));
    for (var i = 0; i < way.size(); i++) {
      var latest = now.minus(Duration.ofMinutes(way.size() - i));
      at = earlier(i == 0 ? at : next(way.get(i), at), latest);
      times.put(way.get(i), at);
    }
    return times;
  }

  private Instant next(Stage stage, Instant at) {
    return switch (stage) {
      case CHECKED_IN -> at.plus(minutes(1, 4));
      case ROOMED -> later(at.plus(minutes(1, 3)), start.minus(minutes(0, 2)));
      case WITH_CLINICIAN -> at.plus(minutes(3, 9));
      case LEAVING ->
          at.plus(Duration.between(start, end).multipliedBy(chance.between(6, 10)).dividedBy(10));
      default -> at.plus(minutes(2, 5));
    };
  }

  private Duration minutes(int first, int last) {
    return Duration.ofSeconds(chance.between(first * 60, last * 60));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
