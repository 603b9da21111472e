package dev.liaison.scheduling.desk;

import dev.liaison.facility.Resource;
import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.Spoken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner, room or device for a day.
 *
 * @param free how many visits of the usual length still fit
 * @param off when nobody can be booked here
 * @param gaps free time from now on, cut at the full hours so that arrows reach it
 */
public record DayColumn(
    Resource resource,
    String short_,
    int free,
    String freeMeans,
    List<DayBlock> blocks,
    List<Off> off,
    List<Interval> gaps,
    DayGrid grid,
    boolean past) {

  /** Time in which nobody can be booked, and what it is called. */
  public record Off(int row, int rows, @Nullable String name) {}

  public DayColumn {
    blocks = List.copyOf(blocks);
    off = List.copyOf(off);
    gaps = List.copyOf(gaps);
  }

  public String key() {
    return resource.id().value().toString();
  }

  public String name() {
    return short_;
  }

  public @Nullable String specialty() {
    return resource.specialty();
  }

  public String freeWords() {
    return past ? "over" : free == 0 ? "full" : free + " free";
  }

  public String freeTone() {
    return free == 0 || past ? "full" : "free";
  }

  public String spoken() {
    return resource.name() + ", " + blocks.size() + " booked, " + freeWords();
  }

  public String gapCss(Interval gap) {
    return "gap t" + grid.row(gap.start()) + " d" + grid.rows(gap);
  }

  public String gapAddress(Interval gap) {
    return "/openings?start=" + gap.start() + "&whom=" + key();
  }

  public String gapSpoken(Interval gap) {
    return "Free " + Span.of(gap, grid.zone()) + ", " + resource.name() + ": book";
  }

  public String gapTime(Interval gap) {
    return Spoken.clock(gap.start().atZone(grid.zone()).toLocalTime());
  }
}
