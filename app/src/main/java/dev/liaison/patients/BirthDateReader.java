package dev.liaison.patients;

import dev.liaison.patients.BirthDate.Reading;
import dev.liaison.patients.BirthDate.Reading.Ambiguous;
import dev.liaison.patients.BirthDate.Reading.Refused;
import dev.liaison.patients.BirthDate.Reading.Understood;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads one birth date. Refusals name what was typed and offer the nearest date that exists. */
final class BirthDateReader {
  private static final Pattern PARTS = Pattern.compile("\\p{L}+|\\d+");
  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(st|nd|rd|th)\\b");

  private final LocalDate today;

  BirthDateReader(LocalDate today) {
    this.today = today;
  }

  Reading read(String typed) {
    var text = plain(typed);
    if (text.isEmpty()) {
      return new Refused("A birth date is needed, like 4/2/1961.");
    }
    var parts = PARTS.matcher(text).results().map(part -> part.group()).toList();
    var words = parts.stream().filter(part -> !Character.isDigit(part.charAt(0))).toList();
    if (words.size() > 1 || parts.isEmpty() || parts.size() > 3) {
      return unreadable(typed);
    }
    if (words.size() == 1) {
      var month = month(words.getFirst());
      return month.isEmpty()
          ? unreadable(typed)
          : withMonthName(typed, month.getAsInt(), numbers(parts));
    }
    return parts.size() == 1 ? figures(typed, parts.getFirst()) : separated(typed, parts);
  }

  private static String plain(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var digits = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (Character.isDigit(c)) {
            digits.append(Character.digit(c, 10));
          } else {
            digits.appendCodePoint(c);
          }
        });
    return ORDINAL.matcher(digits.toString().strip()).replaceAll("");
  }

  private static List<String> numbers(List<String> parts) {
    return parts.stream().filter(part -> Character.isDigit(part.charAt(0))).toList();
  }

  /** Eight or six figures in a row. */
  private Reading figures(String typed, String run) {
    return switch (run.length()) {
      case 8 ->
          isMonth(run.substring(0, 2)) || !isYear(run.substring(0, 4))
              ? usual(typed, run.substring(0, 2), run.substring(2, 4), run.substring(4))
              : checked(
                  typed,
                  run.substring(0, 4),
                  number(run.substring(4, 6)),
                  number(run.substring(6)));
      case 6 -> usual(typed, run.substring(0, 2), run.substring(2, 4), run.substring(4));
      case 4 -> new Refused("“" + typed.strip() + "” has no year, or no month and day.");
      default -> unreadable(typed);
    };
  }

  private Reading separated(String typed, List<String> parts) {
    if (parts.size() == 2) {
      return new Refused("“" + typed.strip() + "” has no year.");
    }
    return parts.getFirst().length() == 4
        ? checked(typed, parts.getFirst(), number(parts.get(1)), number(parts.get(2)))
        : usual(typed, parts.get(0), parts.get(1), parts.get(2));
  }

  /** {@code 2 apr 61}, {@code apr 2 1961}, {@code 1961 apr 2}. */
  private Reading withMonthName(String typed, int month, List<String> numbers) {
    if (numbers.size() == 1) {
      return new Refused(
          "“"
              + typed.strip()
              + (numbers.getFirst().length() < 3 ? "” has no year." : "” has no day."));
    }
    if (numbers.size() != 2) {
      return unreadable(typed);
    }
    return numbers.getFirst().length() == 4
        ? checked(typed, numbers.getFirst(), month, number(numbers.get(1)))
        : checked(typed, numbers.get(1), month, number(numbers.getFirst()));
  }

  /** Month, day, year, as one writes in the United States. */
  private Reading usual(String typed, String month, String day, String year) {
    var second = number(day);
    var first = number(month);
    if (first > 12 && second >= 1 && second <= 12) {
      return years(year).stream()
          .filter(y -> exists(y, second, first))
          .findFirst()
          .<Reading>map(y ->
              new Refused(
                  "There is no month %d. Is it %s?"
                      .formatted(first, BirthDate.shown(LocalDate.of(y, second, first)))))
          .orElseGet(() -> new Refused("There is no month " + first + "."));
    }
    return checked(typed, year, first, second);
  }

  private Reading checked(String typed, String year, int month, int day) {
    if (year.length() != 2 && year.length() != 4) {
      return unreadable(typed);
    }
    if (month < 1 || month > 12) {
      return new Refused("There is no month " + month + ".");
    }
    var years = years(year);
    var existing = years.stream().filter(y -> exists(y, month, day)).toList();
    if (existing.isEmpty()) {
      return new Refused(impossible(years.getFirst(), month, day));
    }
    var dates = existing.stream().map(y -> LocalDate.of(y, month, day)).toList();
    if (year.length() == 4) {
      return within(dates.getFirst());
    }
    var lived = dates.stream().filter(this::livable).toList();
    return switch (lived.size()) {
      case 0 -> within(dates.getFirst());
      case 1 -> within(lived.getFirst());
      default -> new Ambiguous(lived, which(lived));
    };
  }

  private Reading within(LocalDate date) {
    if (date.isAfter(today)) {
      return new Refused(BirthDate.shown(date) + " has not come yet; nobody was born then.");
    }
    var age = today.getYear() - date.getYear();
    if (date.isBefore(today.minusYears(BirthDate.OLDEST_YEARS))) {
      return new Refused(
          "Born %s, the person would be %d years old. Which year is it?"
              .formatted(BirthDate.shown(date), age));
    }
    return new Understood(date);
  }

  private String which(List<LocalDate> readings) {
    return "Is it %s (%s) or %s (%s)? Type the year with four figures."
        .formatted(
            BirthDate.shown(readings.get(0)),
            BirthDate.ageInWords(readings.get(0), today),
            BirthDate.shown(readings.get(1)),
            BirthDate.ageInWords(readings.get(1), today));
  }

  private static String impossible(int year, int month, int day) {
    var name = Month.of(month).getDisplayName(TextStyle.SHORT, Locale.US);
    if (month == 2 && day == 29) {
      return "Feb 29 exists only in leap years; %d was not one. Is it Feb 28, or another year?"
          .formatted(year);
    }
    if (day < 1) {
      return "There is no day " + day + ".";
    }
    var last = Month.of(month).length(Year.isLeap(year));
    return day > 31
        ? "There is no day %d; %s has %d days.".formatted(day, full(month), last)
        : "%s has %d days. Is it %s %d, or another month?".formatted(full(month), last, name, last);
  }

  private static String full(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.US);
  }

  /**
   * The years that figures may mean, most likely first. Two figures are the last such year that is
   * not after this one, and the one a century before, which people reach.
   */
  private List<Integer> years(String figures) {
    var year = number(figures);
    if (figures.length() != 2) {
      return List.of(year);
    }
    var century = today.getYear() / 100 * 100;
    var latest = century + year > today.getYear() ? century - 100 + year : century + year;
    var years = new ArrayList<>(List.of(latest));
    years.add(latest - 100);
    return years;
  }

  /** In the past, and young enough that both readings of two figures are worth a question. */
  private boolean livable(LocalDate date) {
    return !date.isAfter(today) && !date.isBefore(today.minusYears(110));
  }

  private static OptionalInt month(String word) {
    if (word.length() >= 3) {
      for (var month : Month.values()) {
        if (month
                .getDisplayName(TextStyle.FULL, Locale.US)
                .toLowerCase(Locale.ROOT)
                .startsWith(word)
            || word.equals("sept") && month == Month.SEPTEMBER) {
          return OptionalInt.of(month.getValue());
        }
      }
    }
    return OptionalInt.empty();
  }

  private static boolean exists(int year, int month, int day) {
    return day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
  }

  private static boolean isMonth(String figures) {
    var month = number(figures);
    return month >= 1 && month <= 12;
  }

  private static boolean isYear(String figures) {
    var year = number(figures);
    return year >= 1800 && year <= 2199;
  }

  private static int number(String figures) {
    return figures.length() > 6 ? 0 : Integer.parseInt(figures);
  }

  private static Refused unreadable(String typed) {
    return new Refused(
        "“%s” is not a date the desk can read. Write it like 4/2/1961 or 2 apr 1961."
            .formatted(shortened(typed.strip())));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 30
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
  }
}
