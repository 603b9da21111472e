package dev.liaison.scheduling;

import dev.liaison.facility.AppointmentType;
import dev.liaison.facility.Location;
import dev.liaison.facility.Resource;
import dev.liaison.facility.Resource.Category;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.time.Spoken;
import dev.liaison.platform.time.WhenWords;
import dev.liaison.platform.time.WhenWords.Habits;
import dev.liaison.platform.time.WhenWords.Half;
import dev.liaison.platform.time.WhenWords.Word;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads "fu okafor am" or "new lindqvist or reyes, mon-wed am, +2w": a visit by the beginning of
 * its code or of a word of its name, practitioners, rooms, devices and places by the beginning of a
 * word of theirs, days, times and halves of the day; in any order.
 */
public final class OpeningWords {
  private static final Set<String> FILLERS =
      Set.of(
          "or", "and", "with", "at", "in", "on", "the", "a", "any", "anyone", "for", "dr", "dr.",
          "min", "next", "this", "please");

  /** They say nothing, unless a visit or somebody is called so. */
  private static final Set<String> SOFT = Set.of("visit", "appointment", "appt");

  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final int WEEKS = 12;

  private final List<AppointmentType> types;
  private final List<Resource> resources;
  private final List<Location> locations;
  private final Habits habits;

  private List<AppointmentType> visits;
  private boolean visitTyped;
  private final Set<Resource> whom = new LinkedHashSet<>();
  private final Set<Location> where = new LinkedHashSet<>();
  private final EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
  private final List<String> unknown = new ArrayList<>();
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;
  private @Nullable LocalDate aim;
  private boolean fromTomorrow;
  private @Nullable LocalTime time;
  private @Nullable Half half;
  private boolean evening;
  private @Nullable String wrong;

  private OpeningWords(
      List<AppointmentType> types,
      List<Resource> resources,
      List<Location> locations,
      Habits habits) {
    this.types = types;
    this.visits = types;
    this.resources = resources;
    this.locations = locations;
    this.habits = habits;
  }

  /**
   * What a line says.
   *
   * @param question null when no visit is named, or a word is no day of the calendar; what it asks
   *     leaves out the words that are unknown
   * @param type of the question
   * @param chips what was understood, each in the desk's words
   * @param unknown the words that are no visit, name, place, day or time
   * @param wrong a day or time that does not exist, as a sentence
   * @param exact one day and a time on it, as typed; null when the words leave more room
   */
  public record Understood(
      @Nullable OpeningQuestion question,
      @Nullable AppointmentType type,
      List<String> chips,
      List<String> unknown,
      @Nullable String wrong,
      @Nullable LocalDateTime exact) {
    public Understood {
      chips = List.copyOf(chips);
      unknown = List.copyOf(unknown);
    }

    /** What does not exist or is not known, as a sentence; null when all was understood. */
    public @Nullable String fault() {
      return wrong != null ? wrong : missed();
    }

    /** The unknown words, as a sentence; null when there are none. */
    public @Nullable String missed() {
      return unknown.isEmpty()
          ? null
          : "“" + String.join("”, “", unknown) + "” is no visit, person, place, day or time here.";
    }
  }

  public static Understood read(
      String typed,
      List<AppointmentType> types,
      List<Resource> resources,
      List<Location> locations,
      Habits habits,
      @Nullable PatientId patient) {
    var words = new OpeningWords(types, resources, locations, habits);
    words.take(WhenWords.tokens(typed));
    return words.understood(patient);
  }

  private void take(List<String> tokens) {
    for (var at = 0; at < tokens.size(); ) {
      var here = at;
      at += named(tokens, at).orElseGet(() -> one(tokens, here));
    }
  }

  /** A name of several words, one of which may look like a time: {@code mri 1}, {@code room 4}. */
  private Optional<Integer> named(List<String> tokens, int at) {
    return resources.stream()
        .filter(r -> words(r.name()).size() > 1 && startsWith(tokens, at, words(r.name())))
        .findFirst()
        .map(r -> {
          whom.add(r);
          return words(r.name()).size();
        });
  }

  private int one(List<String> tokens, int at) {
    var token = tokens.get(at);
    var next = WhenWords.next(tokens, at, habits);
    if (next.tokens() == 1 && (weekdays(token) || FILLERS.contains(token))) {
      return 1;
    }
    if (token.equals("evening")) {
      evening = true;
      return 1;
    }
    if (at + 1 < tokens.size() && Set.of("from", "after", "by", "until", "till").contains(token)) {
      var end = WhenWords.next(tokens, at + 1, habits);
      if (day(end.word()) instanceof LocalDate day) {
        bound(token, day);
        return 1 + end.tokens();
      }
    }
    switch (next.word()) {
      case Word.Day(var day) -> {
        from = day;
        until = day;
      }
      case Word.Ahead(var day) -> aim = day;
      case Word.Weekday(var day) -> {
        days.add(day);
        fromTomorrow = true;
      }
      case Word.Time(var clock) -> time = clock;
      case Word.Part(var part) -> half = part;
      case Word.Wrong(var why) -> wrong = why;
      case Word.Turn(_) -> unknown.add(token);
      case Word.Other(var other) -> name(other);
    }
    return next.tokens();
  }

  private static @Nullable LocalDate day(Word word) {
    return switch (word) {
      case Word.Day(var day) -> day;
      case Word.Ahead(var day) -> day;
      case Word.Weekday _, Word.Time _, Word.Part _, Word.Turn _, Word.Wrong _, Word.Other _ ->
          null;
    };
  }

  private void bound(String which, LocalDate day) {
    switch (which) {
      case "from" -> from = day;
      case "after" -> from = day.plusDays(1);
      default -> until = day;
    }
  }

  /** {@code mon-wed}. */
  private boolean weekdays(String token) {
    var ends = token.split("-", -1);
    if (ends.length != 2) {
      return false;
    }
    var first = WhenWords.weekday(ends[0]);
    var last = WhenWords.weekday(ends[1]);
    if (first.isEmpty() || last.isEmpty()) {
      return false;
    }
    for (var day = first.get(); ; day = day.plus(1)) {
      days.add(day);
      if (day == last.get()) {
        return true;
      }
    }
  }

  /**
   * A whole code says most; then a visit, a person, a thing, a place by the beginning of a word.
   */
  private void name(String token) {
    var word = plain(token);
    var byCode = types.stream().filter(t -> plain(t.code()).equals(word)).toList();
    if (!visitTyped && !byCode.isEmpty()) {
      visits = byCode;
      visitTyped = true;
      return;
    }
    var narrower = visits.stream().filter(t -> begins(t.name() + " " + t.code(), word)).toList();
    var people = resources.stream().filter(r -> begins(name(r), word)).toList();
    if (!narrower.isEmpty() && !(visitTyped && !people.isEmpty())) {
      visits = narrower;
      visitTyped = true;
    } else if (!people.isEmpty()) {
      whom.addAll(people);
    } else if (locations.stream().anyMatch(l -> begins(l.name(), word))) {
      locations.stream().filter(l -> begins(l.name(), word)).forEach(where::add);
    } else if (!SOFT.contains(word)) {
      unknown.add(token);
    }
  }

  private static String name(Resource resource) {
    var family = resource.family();
    return family == null ? resource.name() : family;
  }

  private static boolean begins(String name, String word) {
    return words(name).stream().anyMatch(own -> own.startsWith(word));
  }

  private static boolean startsWith(List<String> tokens, int at, List<String> name) {
    return tokens.size() >= at + name.size() && tokens.subList(at, at + name.size()).equals(name);
  }

  private static List<String> words(String text) {
    return Stream.of(plain(text).split("[^\\p{L}\\p{N}]+")).filter(w -> !w.isEmpty()).toList();
  }

  /** Without accents and case. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private Understood understood(@Nullable PatientId patient) {
    var type = visitTyped ? visits.getFirst() : null;
    var first = first();
    var last = until == null || until.isBefore(first) ? first.plusWeeks(WEEKS) : until;
    var chips = new ArrayList<String>();
    if (type != null) {
      chips.add(type.name() + " " + type.length().toMinutes() + " min");
    }
    joined(whom.stream().map(Resource::name).toList()).ifPresent(chips::add);
    joined(where.stream().map(Location::name).toList()).ifPresent(chips::add);
    days().ifPresent(chips::add);
    if (half != null) {
      chips.add(half.words());
    }
    if (evening) {
      chips.add("from " + Spoken.time(EVENING));
    }
    if (time != null) {
      chips.add("from " + Spoken.time(time));
    }
    if (aim != null) {
      chips.add("around " + Spoken.day(aim, habits.today()));
    } else if (until != null || from != null) {
      chips.add(window(first, last));
    }
    var question =
        type == null || wrong != null ? null : question(type, first, last).around(patient);
    var exact = time == null || from == null || !from.equals(until) ? null : from.atTime(time);
    return new Understood(question, type, chips, unknown, wrong, exact);
  }

  private LocalDate first() {
    if (from != null) {
      return from;
    }
    return fromTomorrow ? habits.today().plusDays(1) : habits.today();
  }

  private OpeningQuestion question(AppointmentType type, LocalDate first, LocalDate last) {
    var afternoon = half == Half.AFTER_NOON ? LocalTime.NOON : LocalTime.MIN;
    var earliest = evening ? EVENING : afternoon;
    var latest = half == Half.BEFORE_NOON ? LocalTime.NOON.minusSeconds(1) : LocalTime.MAX;
    var question = OpeningQuestion.of(type.id(), first, last);
    return (aim == null ? question : question.near(aim, habits.today()))
        .with(ids(whom))
        .at(where.stream().map(Location::id).collect(Collectors.toSet()))
        .on(days)
        .between(time != null && time.isAfter(earliest) ? time : earliest, latest);
  }

  private static Set<ResourceId> ids(Collection<Resource> resources) {
    return resources.stream().map(Resource::id).collect(Collectors.toSet());
  }

  private String window(LocalDate first, LocalDate last) {
    var today = habits.today();
    return first.equals(last)
        ? Spoken.day(first, today)
        : Spoken.monthDay(first, today) + " – " + Spoken.monthDay(last, today);
  }

  /** {@code Mon to Wed}, {@code Tue or Thu}. */
  private Optional<String> days() {
    var names = days.stream().map(d -> d.getDisplayName(TextStyle.SHORT, Locale.US)).toList();
    var list = List.copyOf(days);
    var inARow =
        list.size() > 2
            && list.getLast().getValue() - list.getFirst().getValue() == list.size() - 1;
    return inARow ? Optional.of(names.getFirst() + " to " + names.getLast()) : joined(names);
  }

  private static Optional<String> joined(List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.size() > 4 ? names.size() + " of them" : String.join(" or ", names));
  }

  /**
   * A line that asks for one time of one of these: from a free spot of the schedule. The year
   * stands in it where a day without one would be read as another.
   */
  public static String line(
      @Nullable Resource whom, LocalDate day, LocalTime time, LocalDate today) {
    var coming = !day.isBefore(today) && day.isBefore(today.plusYears(1));
    var name =
        whom == null ? "" : (whom.category() == Category.PRACTITIONER ? name(whom) : whom.name());
    return (name
            + " "
            + day.getMonthValue()
            + "/"
            + day.getDayOfMonth()
            + (coming ? "" : "/" + day.getYear())
            + " "
            + Spoken.clock(time)
            + Spoken.half(time).charAt(0))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
