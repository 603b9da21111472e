package dev.liaison.web.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** A part with two lanes, whose rows a test places. */
@Component
class ProbePart implements LivePart {
  record Row(String lane, String order, String text, UUID patient) {}

  private final Map<UUID, Row> rows = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicInteger> drawn = new ConcurrentHashMap<>();

  /** As it is from now on. */
  void put(UUID subject, Row row) {
    rows.put(subject, row);
  }

  void remove(UUID subject) {
    rows.remove(subject);
  }

  /** How often it was drawn. */
  int drawn(UUID subject) {
    return drawn.getOrDefault(subject, new AtomicInteger()).get();
  }

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public List<LiveFragment> draw(Audience audience, String key, Change change) {
    drawn.computeIfAbsent(change.subject(), subject -> new AtomicInteger()).incrementAndGet();
    var row = rows.get(change.subject());
    if (row == null) {
      return List.of(LiveFragment.gone("row-" + change.subject()));
    }
    return List.of(
        LiveFragment.row(
            "row-" + change.subject(),
            row.lane(),
            row.order(),
            html(change.subject(), row),
            Set.of(row.patient())));
  }

  static String html(UUID subject, Row row) {
    return """
    <div class="br" data-row id="row-%s" data-order="%s"><a class="nm" href="/keys">%s</a></div>
    """
        .formatted(subject, row.order(), row.text());
  }

  static String lanes(String rows) {
    return """
    <div class="lanes" data-live="probe">
      <section class="lane" data-lane-box data-roving=".nm" data-roving-group="lanes" id="box-here">
        <header><h2>Here</h2></header><div><div id="lane-here" data-lane>%s</div></div></section>
      <section class="lane" data-lane-box data-roving=".nm" data-roving-group="lanes" id="box-rooms">
        <header><h2>In rooms</h2></header><div><div id="lane-rooms" data-lane></div></div></section>
    </div>
    """
        .formatted(rows);
  }
}
