package dev.liaison.scheduling.desk;

import dev.liaison.facility.Facility;
import dev.liaison.web.Fragments;
import dev.liaison.web.live.Audience;
import dev.liaison.web.live.Change;
import dev.liaison.web.live.LiveFragment;
import dev.liaison.web.live.LivePart;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The schedule's changes: the block that changed, and in every column what is left free. The key is
 * the day, with {@code .things} for rooms and devices.
 */
@Component
class DayLive implements LivePart {
  private static final String THINGS = ".things";

  private final DayPages pages;
  private final Facility facility;
  private final Fragments fragments;

  DayLive(DayPages pages, Facility facility, Fragments fragments) {
    this.pages = pages;
    this.facility = facility;
    this.fragments = fragments;
  }

  @Override
  public String name() {
    return "day";
  }

  @Override
  public List<LiveFragment> draw(Audience audience, String key, Change change) {
    var things = key.endsWith(THINGS);
    var day = day(things ? key.substring(0, key.length() - THINGS.length()) : key);
    var location = facility.findLocation(audience.actor(), audience.location());
    if (!change.topic().equals("appointment") || day.isEmpty() || location.isEmpty()) {
      return List.of();
    }
    var page = pages.page(audience.actor(), location.get(), day.get(), things);
    var drawn = new ArrayList<LiveFragment>();
    drawn.add(block(page, "a-" + change.subject()));
    for (var column : page.columns()) {
      drawn.add(
          LiveFragment.text(
              "n-" + column.key(), draw("scheduling/dayFree", Map.of("column", column))));
      drawn.add(
          LiveFragment.text(
              "g-" + column.key(), draw("scheduling/dayGaps", Map.of("column", column))));
    }
    return drawn;
  }

  /** In its column; gone where the day does not have it, or not any more. */
  private LiveFragment block(DayPage page, String id) {
    for (var column : page.columns()) {
      for (var block : column.blocks()) {
        if (block.id().equals(id)) {
          return LiveFragment.row(
              id,
              "c-" + column.key(),
              block.order(),
              draw("scheduling/dayBlock", Map.of("block", block)),
              Set.of(block.entry().patient().value()));
        }
      }
    }
    return LiveFragment.gone(id);
  }

  private String draw(String template, Map<String, Object> parameters) {
    return fragments.draw(template, new HashMap<String, @Nullable Object>(parameters)).strip();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
