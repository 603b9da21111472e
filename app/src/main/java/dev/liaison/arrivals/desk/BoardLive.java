package dev.liaison.arrivals.desk;

import dev.liaison.facility.Facility;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.web.Fragments;
import dev.liaison.web.live.Audience;
import dev.liaison.web.live.Change;
import dev.liaison.web.live.LiveFragment;
import dev.liaison.web.live.LivePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The board's changes: the row that changed, or by the minute those whose group or wait has changed
 * by itself, and the counts.
 */
@Component
class BoardLive implements LivePart {
  private final BoardPages pages;
  private final BoardMinutes minutes;
  private final Facility facility;
  private final Fragments fragments;

  BoardLive(BoardPages pages, BoardMinutes minutes, Facility facility, Fragments fragments) {
    this.pages = pages;
    this.minutes = minutes;
    this.facility = facility;
    this.fragments = fragments;
  }

  @Override
  public String name() {
    return "board";
  }

  @Override
  public List<LiveFragment> draw(Audience audience, String key, Change change) {
    var actor = audience.actor();
    var location = facility.findLocation(actor, audience.location());
    if (location.isEmpty()) {
      return List.of();
    }
    minutes.watched(audience.organization(), audience.location());
    var page = pages.page(actor, location.get(), BoardFilter.of(key));
    var drawn =
        change.topic().equals(BoardMinutes.TOPIC)
            ? passed(page)
            : changed(page, new AppointmentId(change.subject()));
    if (!drawn.isEmpty()) {
      drawn.addAll(counts(page));
    }
    return drawn;
  }

  /** The row of an appointment; one that is not of this board, or not any more, is gone. */
  private List<LiveFragment> changed(BoardPage page, AppointmentId appointment) {
    var row =
        page.all().stream()
            .filter(line -> line.row().appointment().equals(appointment))
            .filter(page.filter()::shows)
            .map(this::row)
            .findFirst()
            .orElseGet(() -> LiveFragment.gone("v-" + appointment.value()));
    return new ArrayList<>(List.of(row));
  }

  /** Rows that a minute has made late, due or long waiting. */
  private List<LiveFragment> passed(BoardPage page) {
    var then = minutes.lookingBackTo(page.now());
    var drawn = new ArrayList<LiveFragment>();
    for (var line : page.all()) {
      var before = line.asOf(then);
      if (page.filter().shows(line) && !line.looksLike(before)) {
        drawn.add(row(line));
      } else if (page.filter().shows(before) && !page.filter().shows(line)) {
        drawn.add(LiveFragment.gone(line.id()));
      }
    }
    return drawn;
  }

  private LiveFragment row(BoardLine line) {
    return LiveFragment.row(
        line.id(),
        line.group().id(),
        line.order(),
        fragments.draw("arrivals/boardRow", Map.of("line", line)),
        Set.of(line.row().patient().value()));
  }

  private List<LiveFragment> counts(BoardPage page) {
    var counts = new ArrayList<LiveFragment>();
    for (var need : page.needs()) {
      counts.add(text(need.id(), "arrivals/needCount", Map.of("need", need)));
      counts.add(text(need.id() + "-i", "arrivals/needIcon", Map.of("need", need)));
    }
    for (var lane : page.lanes()) {
      counts.add(text("c-" + lane.key(), "arrivals/laneCount", Map.of("lane", lane)));
      counts.add(text("p-" + lane.key(), "arrivals/lanePush", Map.of("lane", lane)));
      for (var group : lane.groups()) {
        counts.add(text(group.id() + "-n", "arrivals/groupCount", Map.of("group", group)));
      }
    }
    return counts;
  }

  private LiveFragment text(String id, String template, Map<String, Object> parameters) {
    return LiveFragment.text(id, fragments.draw(template, Map.copyOf(parameters)).strip());
  }
}
