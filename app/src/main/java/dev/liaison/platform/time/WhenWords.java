package dev.liaison.platform.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes a line apart into the words that say when: a day, a time, a half of the day. What says
 * something else is left as it is, for whoever reads names and visits from the same line.
 */
public final class WhenWords {
  private static final Pattern SPACED_HALF = Pattern.compile("([0-9])\\s+([ap]m?)(?=[\\s,]|$)");
  private static final Pattern PLUS = Pattern.compile("\\+([0-9]{1,3})([dwm])");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?");
  private static final Pattern EIGHT = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{1,2})(?::?([0-9]{2}))?(?:([ap])m?)?");

  private WhenWords() {}

  /** A half of the day. */
  public enum Half {
    BEFORE_NOON("before noon"),
    AFTER_NOON("after noon");

    private final String words;

    Half(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** What one word says. */
  public sealed interface Word {
    record Day(LocalDate day) implements Word {}

    /** {@code +2w}: a day, and how far the look goes where a window is asked for. */
    record Ahead(LocalDate day) implements Word {}

    record Weekday(DayOfWeek day) implements Word {}

    record Time(LocalTime time) implements Word {}

    record Part(Half half) implements Word {}

    /** Of a time that comes twice in a night, the second; else the first. */
    record Turn(boolean second) implements Word {}

    /** It looks like a day or a time and is none. */
    record Wrong(String why) implements Word {}

    /** Nothing about when. */
    record Other(String word) implements Word {}
  }

  /**
   * How a bare hour and a day without a year are meant.
   *
   * @param opens from when the place sees patients, as the clock there shows it
   * @param nearest whether a day without a year is the nearest such day; else the next one
   */
  public record Habits(LocalDate today, LocalTime opens, LocalTime closes, boolean nearest) {
    public static Habits of(LocalDate today) {
      return new Habits(today, LocalTime.of(7, 0), LocalTime.of(19, 0), false);
    }

    public Habits nearestDay() {
      return new Habits(today, opens, closes, true);
    }
  }

  /** Every word of the line in its order; a day of several words is one. */
  public static List<Word> read(String line, Habits habits) {
    var tokens = tokens(line);
    var words = new ArrayList<Word>();
    for (var i = 0; i < tokens.size(); ) {
      var next = next(tokens, i, habits);
      words.add(next.word());
      i += next.tokens();
    }
    return List.copyOf(words);
  }

  /** The line cut at blanks and commas, in lower case; {@code 3 pm} is one. */
  public static List<String> tokens(String line) {
    var text = SPACED_HALF.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("$1$2");
    return Stream.of(text.split("[\\s,;]+")).filter(t -> !t.isEmpty()).toList();
  }

  /**
   * A word and how it was typed.
   *
   * @param tokens how many pieces of the line it is made of
   */
  public record Next(Word word, int tokens) {}

  /** What the line says from that token on. */
  public static Next next(List<String> tokens, int at, Habits habits) {
    return namedDay(tokens, at, habits)
        .or(() -> nextWeek(tokens, at, habits))
        .or(() -> inAWhile(tokens, at, habits))
        .orElseGet(() -> new Next(word(tokens.get(at), habits), 1));
  }

  /** {@code next tuesday}: the one of next week; weeks begin on Monday. */
  private static Optional<Next> nextWeek(List<String> tokens, int at, Habits habits) {
    if (at + 1 >= tokens.size() || !tokens.get(at).equals("next")) {
      return Optional.empty();
    }
    var monday = next(DayOfWeek.MONDAY, habits.today());
    return weekday(tokens.get(at + 1))
        .map(day -> new Next(new Word.Day(monday.with(TemporalAdjusters.nextOrSame(day))), 2));
  }

  /** {@code in 2 weeks}, {@code 3 days}. */
  private static Optional<Next> inAWhile(List<String> tokens, int at, Habits habits) {
    var from = tokens.get(at).equals("in") ? at + 1 : at;
    if (from + 1 >= tokens.size()
        || !tokens.get(from).matches("[0-9]{1,3}|an?|one")
        || !tokens.get(from + 1).matches("(day|week|month)s?")) {
      return Optional.empty();
    }
    var many = tokens.get(from).matches("[0-9]+") ? tokens.get(from) : "1";
    return match(PLUS, "+" + many + tokens.get(from + 1).charAt(0))
        .map(m -> new Next(ahead(m, habits), from + 2 - at));
  }

  /** {@code dec 3}, {@code 3 dec}, {@code dec 3 2027}. */
  private static Optional<Next> namedDay(List<String> tokens, int at, Habits habits) {
    if (at + 1 >= tokens.size()) {
      return Optional.empty();
    }
    var first = tokens.get(at);
    var second = tokens.get(at + 1);
    var month = month(first).or(() -> month(second));
    var number = month(first).isPresent() ? second : first;
    if (month.isEmpty() || !number.matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    var typed = first + " " + second;
    if (at + 2 < tokens.size() && tokens.get(at + 2).matches("20[0-9]{2}")) {
      var year = Integer.parseInt(tokens.get(at + 2));
      return Optional.of(
          new Next(day(typed, year, month.get().getValue(), Integer.parseInt(number)), 3));
    }
    return Optional.of(
        new Next(dayOfYear(typed, month.get().getValue(), Integer.parseInt(number), habits), 2));
  }

  private static Word word(String token, Habits habits) {
    return switch (token) {
      case "today" -> new Word.Day(habits.today());
      case "tomorrow", "tom", "tmrw" -> new Word.Day(habits.today().plusDays(1));
      case "yesterday" -> new Word.Day(habits.today().minusDays(1));
      case "am", "morning" -> new Word.Part(Half.BEFORE_NOON);
      case "pm", "afternoon" -> new Word.Part(Half.AFTER_NOON);
      case "noon" -> new Word.Time(LocalTime.NOON);
      case "first" -> new Word.Turn(false);
      case "second" -> new Word.Turn(true);
      default ->
          weekday(token).<Word>map(Word.Weekday::new).orElseGet(() -> figures(token, habits));
    };
  }

  private static Word figures(String token, Habits habits) {
    return match(PLUS, token)
        .map(m -> ahead(m, habits))
        .or(() -> match(MONTH_DAY, token).map(m -> slashed(token, m, habits)))
        .or(() ->
            match(EIGHT, token).map(m -> day(token, number(m, 3), number(m, 1), number(m, 2))))
        .or(() -> match(ISO, token).map(m -> day(token, number(m, 1), number(m, 2), number(m, 3))))
        .or(() -> match(CLOCK, token).map(m -> time(token, m, habits)))
        .orElseGet(() -> new Word.Other(token));
  }

  private static Word ahead(MatchResult match, Habits habits) {
    var many = number(match, 1);
    return new Word.Ahead(
        switch (match.group(2)) {
          case "d" -> habits.today().plusDays(many);
          case "w" -> habits.today().plusWeeks(many);
          default -> habits.today().plusMonths(many); // ends at the month's last day
        });
  }

  private static Word slashed(String token, MatchResult match, Habits habits) {
    if (match.group(3) == null) {
      return dayOfYear(token, number(match, 1), number(match, 2), habits);
    }
    var year = number(match, 3);
    return day(token, year < 100 ? 2000 + year : year, number(match, 1), number(match, 2));
  }

  private static Word day(String typed, int year, int month, int day) {
    try {
      return new Word.Day(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return new Word.Wrong(
          month == 2 && day == 29
              ? "Feb 29 exists only in leap years; " + year + " is not one."
              : typed + " is not a day of the calendar.");
    }
  }

  /** Without a year: the next such day, or the nearest. Feb 29 waits for a leap year. */
  private static Word dayOfYear(String typed, int month, int day, Habits habits) {
    var today = habits.today();
    var days = new ArrayList<LocalDate>();
    for (var year = today.getYear() - 8; year <= today.getYear() + 8; year++) {
      if (day(typed, year, month, day) instanceof Word.Day(var found)) {
        days.add(found);
      }
    }
    if (month == 2
        && day == 29
        && !Year.isLeap(today.getYear())
        && !Year.isLeap(today.getYear() + 1L)) {
      return day(typed, today.getYear() + 1, month, day);
    }
    var fitting = habits.nearest() ? days : days.stream().filter(d -> !d.isBefore(today)).toList();
    return fitting.stream()
        .min(Comparator.comparingLong(d -> Math.abs(ChronoUnit.DAYS.between(today, d))))
        .<Word>map(Word.Day::new)
        .orElseGet(() -> new Word.Wrong(typed + " is not a day of the calendar."));
  }

  private static Word time(String token, MatchResult match, Habits habits) {
    var hour = number(match, 1);
    var minute = match.group(2) == null ? 0 : number(match, 2);
    var half = match.group(3);
    var twelve = half != null;
    if (minute > 59 || hour > 23 || twelve && (hour == 0 || hour > 12)) {
      return new Word.Wrong(token + " is not a time of day.");
    }
    if (twelve) {
      return new Word.Time(LocalTime.of(hour % 12 + (half.equals("p") ? 12 : 0), minute));
    }
    var written24 = token.startsWith("0") && token.length() > 1;
    return new Word.Time(written24 ? LocalTime.of(hour, minute) : bare(hour, minute, habits));
  }

  /** Bare 1 to 6 are afternoon, unless only the morning is inside of opening hours. */
  private static LocalTime bare(int hour, int minute, Habits habits) {
    var morning = LocalTime.of(hour, minute);
    if (hour < 1 || hour > 6) {
      return morning;
    }
    var afternoon = morning.plusHours(12);
    return open(morning, habits) && !open(afternoon, habits) ? morning : afternoon;
  }

  private static boolean open(LocalTime time, Habits habits) {
    return !time.isBefore(habits.opens()) && time.isBefore(habits.closes());
  }

  /** {@code tue}, {@code tues}, {@code tuesday}; {@code sato} is somebody's name. */
  public static Optional<DayOfWeek> weekday(String token) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> token.length() >= 3 && name(day).startsWith(token))
        .findFirst();
  }

  /** The first such day after today: today is called today. */
  public static LocalDate next(DayOfWeek day, LocalDate today) {
    return today.with(TemporalAdjusters.next(day));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.ROOT);
  }

  private static Optional<Month> month(String token) {
    return Arrays.stream(Month.values())
        .filter(month ->
            token.length() >= 3
                && month
                    .getDisplayName(TextStyle.FULL, Locale.US)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(token))
        .findFirst();
  }

  private static Optional<MatchResult> match(Pattern pattern, String token) {
    var matcher = pattern.matcher(token);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
