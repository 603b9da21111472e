package dev.liaison.patients;

import static dev.liaison.patients.RegistrationField.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a registration; collects every problem before it gives up. */
final class RegistrationReader {
  /** Of a name, in characters; longer ones are a slip or a joke. */
  static final int LONGEST_NAME = 200;

  private static final int LONGEST_TEXT = 200;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final Pattern ONE_NAME_ONLY = Pattern.compile("[-–—]");

  private final Map<RegistrationField, String> typed;
  private final LocalDate today;
  private final List<FieldProblem> problems = new ArrayList<>();

  private RegistrationReader(Registration registration) {
    this.typed = registration.typed();
    this.today = registration.today();
  }

  /** What was read: either demographics or problems. */
  record Result(@Nullable Demographics demographics, List<FieldProblem> problems) {}

  /** A new person: name, birth date, sex and one way to reach are needed. */
  static Result readNew(Registration registration) {
    return new RegistrationReader(registration).read(true, true);
  }

  /** A change to a person who is here already and may lack what a source did not tell. */
  static Result readChange(Registration registration, PatientDetails now) {
    return new RegistrationReader(registration)
        .read(now.summary().birthDate() != null, now.summary().phone() != null);
  }

  /**
   * The problem of one field by itself, if it was filled; for a form that checks while one types.
   */
  static Optional<String> problem(RegistrationField field, String text, LocalDate today) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    var reader =
        new RegistrationReader(new Registration(new UUID(0, 0), Map.of(field, text), today));
    reader.read(false, false);
    return reader.problems.stream()
        .filter(problem -> problem.field() == field)
        .map(FieldProblem::message)
        .findFirst();
  }

  /** {@code Apr 2, 1961, 65 years}, {@code (402) 555-0137}, {@code Spanish}. */
  static Optional<String> understood(RegistrationField field, String text, LocalDate today) {
    return switch (field) {
      case BIRTH_DATE ->
          BirthDate.read(text, today) instanceof BirthDate.Reading.Understood(var date)
              ? Optional.of(BirthDate.shown(date) + ", " + BirthDate.ageInWords(date, today))
              : Optional.empty();
      case PHONE ->
          Telephone.read(text) instanceof Telephone.Reading.Understood(var telephone)
              ? Optional.of(telephone.shown())
              : Optional.empty();
      case LANGUAGE -> Languages.code(text).map(Languages::name);
      case FAMILY,
          GIVEN,
          PREFERRED,
          SUFFIX,
          SEX,
          IN_OWN_SCRIPT,
          EMAIL,
          POSTAL_CODE,
          LINE,
          UNIT,
          CITY,
          STATE ->
          Optional.empty();
    };
  }

  private Result read(boolean needsBirthDate, boolean needsReach) {
    var name = name();
    var birthDate = birthDate(needsBirthDate);
    var sex = sex();
    var language = language();
    var email = email();
    var phone = phone(needsReach && email == null);
    var address = address();
    return problems.isEmpty() && name != null && sex != null
        ? new Result(
            new Demographics(name, birthDate, sex, language, phone, email, address), List.of())
        : new Result(null, List.copyOf(problems));
  }

  private @Nullable PersonName name() {
    var family = words(FAMILY, LONGEST_NAME);
    var given = words(GIVEN, LONGEST_NAME);
    var preferred = orNull(words(PREFERRED, LONGEST_NAME));
    var suffix = orNull(words(SUFFIX, 30));
    var inOwnScript = orNull(words(IN_OWN_SCRIPT, LONGEST_NAME));
    if (family.isEmpty()) {
      problem(FAMILY, "A family name is needed.");
    } else if (noLetter(family)) {
      problem(FAMILY, "“" + family + "” has no letter; a name has one at least.");
    }
    var onlyOneName = ONE_NAME_ONLY.matcher(given).matches();
    if (given.isEmpty()) {
      problem(GIVEN, "A given name is needed; for a person with one name only type a hyphen.");
    } else if (!onlyOneName && noLetter(given)) {
      problem(GIVEN, "“" + given + "” has no letter; a name has one at least.");
    }
    return problems.isEmpty()
        ? new PersonName(family, onlyOneName ? "" : given, suffix, preferred, inOwnScript)
        : null;
  }

  private static boolean noLetter(String name) {
    return name.codePoints().noneMatch(Character::isLetter);
  }

  private @Nullable LocalDate birthDate(boolean needed) {
    var text = text(BIRTH_DATE);
    if (text.isEmpty() && !needed) {
      return null;
    }
    return switch (BirthDate.read(text, today)) {
      case BirthDate.Reading.Understood(var date) -> date;
      case BirthDate.Reading.Ambiguous(_, var message) -> problem(BIRTH_DATE, message);
      case BirthDate.Reading.Refused(var message) -> problem(BIRTH_DATE, message);
    };
  }

  private @Nullable Sex sex() {
    var text = text(SEX).toLowerCase(Locale.ROOT);
    for (var sex : Sex.values()) {
      if (sex.code().equals(text)) {
        return sex;
      }
    }
    return problem(SEX, "Choose one; “Not known” is an answer too.");
  }

  private @Nullable String language() {
    var text = text(LANGUAGE);
    if (text.isEmpty()) {
      return null;
    }
    return Languages.code(text)
        .orElseGet(() ->
            problem(
                LANGUAGE,
                "“%s” is not in the list of languages; write its English name, like Spanish."
                    .formatted(shortened(text))));
  }

  private @Nullable Telephone phone(boolean needed) {
    var text = text(PHONE);
    if (text.isEmpty()) {
      return needed
          ? problem(PHONE, "One way to reach the person is needed: a phone or an e-mail.")
          : null;
    }
    return switch (Telephone.read(text)) {
      case Telephone.Reading.Understood(var telephone) -> telephone;
      case Telephone.Reading.Refused(var message) -> problem(PHONE, message);
    };
  }

  private @Nullable String email() {
    var text = text(RegistrationField.EMAIL);
    if (text.isEmpty()) {
      return null;
    }
    if (TypedText.length(text) > 254) {
      return problem(RegistrationField.EMAIL, tooLong(text, 254));
    }
    return ADDRESS.matcher(text).matches()
        ? text
        : problem(
            RegistrationField.EMAIL,
            text.indexOf('@') < 0
                ? "“" + shortened(text) + "” has no @; an address is like name@example.org."
                : "“" + shortened(text) + "” is not whole; an address is like name@example.org.");
  }

  private Address address() {
    var code = words(POSTAL_CODE, 20);
    if (code.matches("[\\d\\s-]+")) {
      var digits = code.replaceAll("\\D", "");
      if (digits.length() == 9) {
        code = digits.substring(0, 5) + "-" + digits.substring(5);
      } else if (digits.length() == 5) {
        code = digits;
      } else {
        problem(POSTAL_CODE, "“" + code + "” is not a ZIP: it has five digits, or nine.");
      }
    }
    var state = words(STATE, 60);
    return new Address(
        orNull(words(LINE, LONGEST_TEXT)),
        orNull(words(UNIT, 60)),
        orNull(words(CITY, 100)),
        orNull(state.length() == 2 ? state.toUpperCase(Locale.ROOT) : state),
        orNull(code),
        null);
  }

  private String words(RegistrationField field, int longest) {
    var text = text(field);
    if (TypedText.length(text) > longest) {
      problem(field, tooLong(text, longest));
    }
    return text;
  }

  private static String tooLong(String text, int longest) {
    return TypedText.length(text) + " characters; up to " + longest + " fit here.";
  }

  private String text(RegistrationField field) {
    return TypedText.clean(typed.getOrDefault(field, ""));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private <T> @Nullable T problem(RegistrationField field, String message) {
    problems.add(new FieldProblem(field, message));
    return null;
  }

  private static String shortened(String text) {
    return TypedText.length(text) <= 40
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }
}
