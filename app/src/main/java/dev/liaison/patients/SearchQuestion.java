package dev.liaison.patients;

import dev.liaison.patients.BirthDate.Reading.Ambiguous;
import dev.liaison.patients.BirthDate.Reading.Understood;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person typed into a search, taken apart: every word and every number must fit.
 *
 * @param unfinished a date that lacks its year yet
 */
record SearchQuestion(List<String> words, List<Number> numbers, boolean unfinished) {
  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  static final Pattern DATE =
      Pattern.compile(
          "\\b\\d{1,4}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{1,2})\\b"
              + "|\\b\\d{1,2}(?:st|nd|rd|th)?[ .-]*"
              + MONTH
              + "[ ,.-]*(?:\\d{4}|\\d{2})\\b"
              + "|\\b"
              + MONTH
              + "[ .-]*\\d{1,2}(?:st|nd|rd|th)?[ ,.-]+(?:\\d{4}|\\d{2})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEGUN_DATE =
      Pattern.compile("(?<!\\S)\\d{1,2}/\\d{0,2}(?:/\\d{0,3})?(?!\\S)");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d[\\d ().-]*");

  /**
   * A number, which may be a birth date, the beginning of a telephone number or of a record number.
   *
   * @param digits empty when it can only be a date
   */
  record Number(String digits, List<Born> born) {
    boolean mayBePhone() {
      return digits.length() >= 3;
    }

    boolean mayBeLocalPhone() {
      return mayBePhone() && digits.length() <= 7;
    }
  }

  /** Days on which the person may be born, both included. */
  record Born(LocalDate from, LocalDate until) {}

  boolean isEmpty() {
    return words.isEmpty() && numbers.isEmpty();
  }

  static SearchQuestion of(String typed, LocalDate today) {
    var rest = TypedText.clean(typed).toLowerCase(Locale.ROOT);
    var numbers = new ArrayList<Number>();
    for (var date : DATE.matcher(rest).results().map(MatchResult::group).toList()) {
      var born = born(BirthDate.read(date, today));
      if (!born.isEmpty()) {
        numbers.add(new Number("", born));
        rest = rest.replace(date, " ");
      }
    }
    var unfinished = BEGUN_DATE.matcher(rest).find();
    rest = BEGUN_DATE.matcher(rest).replaceAll(" ");
    for (var run : NUMBER.matcher(rest).results().map(MatchResult::group).toList()) {
      numbers.add(number(run.replaceAll("\\D", ""), today));
      rest = rest.replace(run, " ");
    }
    var words = NameWords.typed(rest).stream().distinct().limit(8).toList();
    return new SearchQuestion(words, List.copyOf(numbers), unfinished);
  }

  private static Number number(String digits, LocalDate today) {
    var born =
        switch (digits.length()) {
          case 6, 8 -> born(BirthDate.read(digits, today));
          case 4 -> year(Integer.parseInt(digits), today);
          default -> List.<Born>of();
        };
    var national = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    return new Number(national, born);
  }

  private static List<Born> born(BirthDate.Reading reading) {
    return switch (reading) {
      case Understood(var date) -> List.of(new Born(date, date));
      case Ambiguous(var dates, _) -> dates.stream().map(date -> new Born(date, date)).toList();
      case BirthDate.Reading.Refused _ -> List.of();
    };
  }

  private static List<Born> year(int year, LocalDate today) {
    return year > today.getYear() || year < today.getYear() - BirthDate.OLDEST_YEARS
        ? List.of()
        : List.of(new Born(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
  }
}
