package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.At;
import dev.liaison.facility.FacilityFile.SessionEntry;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry of a template's sessions: on which weekdays, from when to when, and what follows. */
record WeekWords(
    At at,
    List<DayOfWeek> days,
    LocalTime starts,
    LocalTime ends,
    @Nullable String then,
    List<String> types) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final String CLOCK_SAYS =
      "is not a time of day on five minutes, written as 8:00 or 13:30.";

  static Optional<WeekWords> read(Fields fields) {
    fields.only("days", "starts", "ends", "then", "types");
    var days = days(fields);
    var starts = fields.read("starts", WeekWords::clock, CLOCK_SAYS);
    var ends = fields.read("ends", WeekWords::clock, CLOCK_SAYS);
    var then = fields.optional("then", 60);
    if (starts.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    if (!starts.get().isBefore(ends.get())) {
      fields.note("ends", ends.get() + " is not after " + starts.get() + ".");
      return Optional.empty();
    }
    return Optional.of(
        new WeekWords(fields.at(), days, starts.get(), ends.get(), then, fields.words("types")));
  }

  List<SessionEntry> sessions(
      String resource,
      String location,
      LocalDate from,
      LocalDate until,
      List<String> typesOfTemplate) {
    var taken = types.isEmpty() ? typesOfTemplate : types;
    return days.stream()
        .map(day ->
            new SessionEntry(at, resource, location, day, starts, ends, from, until, then, taken))
        .toList();
  }

  private static List<DayOfWeek> days(Fields fields) {
    var days = new ArrayList<DayOfWeek>();
    for (var word : fields.words("days")) {
      var day = day(word);
      if (day.isEmpty()) {
        fields.note(
            "days", word + " is not a weekday; known are mon, tue, wed, thu, fri, sat, sun.");
      } else if (days.contains(day.get())) {
        fields.note("days", word + " stands here twice.");
      } else {
        days.add(day.get());
      }
    }
    if (days.isEmpty()) {
      fields.note("days", "A session names at least one weekday.");
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String word) {
    for (var day : DayOfWeek.values()) {
      if (day.getDisplayName(TextStyle.SHORT, Locale.ROOT).equalsIgnoreCase(word)
          || day.name().equalsIgnoreCase(word)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static LocalTime clock(String text) {
    var time = LocalTime.parse(text, CLOCK);
    if (time.getMinute() % 5 != 0) {
      throw new IllegalArgumentException("Not on five minutes");
    }
    return time;
  }
}
