package dev.liaison.patients;

import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What was typed into a search that found nobody, as the beginning of a registration. */
public final class BegunRegistration {
  private static final Pattern DIGITS = Pattern.compile("\\+?\\(?\\d[\\d ().-]*");

  private BegunRegistration() {}

  /**
   * {@code garcia penaloza, luz} is a family and a given name, {@code luz garcia} a given and a
   * family one; a birth date and a telephone number go into their fields.
   */
  public static Map<RegistrationField, String> of(String words, LocalDate today) {
    var typed = new EnumMap<RegistrationField, String>(RegistrationField.class);
    var rest = TypedText.clean(words);
    var date = SearchQuestion.DATE.matcher(rest);
    if (date.find() && isDate(date.group(), today)) {
      typed.put(RegistrationField.BIRTH_DATE, date.group());
      rest = date.replaceFirst(" ");
    }
    for (var run : DIGITS.matcher(rest).results().map(found -> found.group().strip()).toList()) {
      if (isDate(run, today)) {
        typed.putIfAbsent(RegistrationField.BIRTH_DATE, run);
      } else if (run.length() > 6) {
        typed.putIfAbsent(RegistrationField.PHONE, run);
      }
      rest = rest.replace(run, " ");
    }
    name(rest.strip(), typed);
    typed.values().removeIf(String::isBlank);
    return typed;
  }

  private static boolean isDate(String text, LocalDate today) {
    return !(BirthDate.read(text, today) instanceof BirthDate.Reading.Refused);
  }

  private static void name(String name, Map<RegistrationField, String> typed) {
    var comma = name.indexOf(',');
    var space = name.lastIndexOf(' ');
    if (comma >= 0) {
      typed.put(RegistrationField.FAMILY, capitalized(name.substring(0, comma)));
      typed.put(RegistrationField.GIVEN, capitalized(name.substring(comma + 1)));
    } else if (space >= 0) {
      typed.put(RegistrationField.FAMILY, capitalized(name.substring(space + 1)));
      typed.put(RegistrationField.GIVEN, capitalized(name.substring(0, space)));
    } else {
      typed.put(RegistrationField.FAMILY, capitalized(name));
    }
  }

  /** A search is typed in small letters, a name is not; one that has a capital stays as it is. */
  private static String capitalized(String name) {
    var text = name.strip();
    if (!text.equals(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    var words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    var capital = new StringBuilder();
    var from = words.first();
    for (var to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
      capital.append(capital(text.substring(from, to)));
    }
    return capital.toString();
  }

  private static String capital(String word) {
    var first = Character.charCount(word.codePointAt(0));
    var title = Character.toString(Character.toTitleCase(word.codePointAt(0)));
    return title + word.substring(first);
  }
}
