package dev.liaison.patients;

import static dev.liaison.patients.RegistrationField.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed into a registration; collects every problem before it gives up. A field that
 * still says what the form showed is what it was, also where a form could not say it: the region of
 * a language, the use of a phone, a number that an import kept as it came.
 */
final class RegistrationReader {
  /** Of a name, in characters; longer ones are a slip or a joke. */
  static final int LONGEST_NAME = 200;

  private static final int LONGEST_TEXT = 200;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
  private static final Pattern ONE_NAME_ONLY = Pattern.compile("[-–—]");

  private final Map<RegistrationField, String> typed;
  private final LocalDate today;
  private final @Nullable PatientDetails before;
  private final List<FieldProblem> problems = new ArrayList<>();

  private RegistrationReader(Registration registration, @Nullable PatientDetails before) {
    this.typed = registration.typed();
    this.today = registration.today();
    this.before = before;
  }

  /** What was read: either demographics or problems. */
  record Result(@Nullable Demographics demographics, List<FieldProblem> problems) {}

  /** A new person: name, birth date, sex and one way to reach are needed. */
  static Result readNew(Registration registration) {
    return new RegistrationReader(registration, null).read(true, true);
  }

  /** A change to a person who is here already and may lack what a source did not tell. */
  static Result readChange(Registration registration, PatientDetails now) {
    var reachable = now.summary().phone() != null || now.email().isPresent();
    return new RegistrationReader(registration, now)
        .read(now.summary().birthDate() != null, reachable);
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
    var onlyOneName = ONE_NAME_ONLY.matcher(given).matches();
    if (!isAsShown(FAMILY)) {
      checkFamily(family);
    }
    if (!isAsShown(GIVEN)) {
      checkGiven(given, onlyOneName, family.isEmpty());
    }
    if (!problems.isEmpty()) {
      return null;
    }
    var typed = new PersonName(family, onlyOneName ? "" : given, suffix, preferred, inOwnScript);
    var known = before == null ? typed : before.summary().name();
    return new PersonName(
        isAsShown(FAMILY) ? known.family() : typed.family(),
        isAsShown(GIVEN) ? known.given() : typed.given(),
        isAsShown(SUFFIX) ? known.suffix() : suffix,
        isAsShown(PREFERRED) ? known.preferred() : preferred,
        isAsShown(IN_OWN_SCRIPT) ? known.inOwnScript() : inOwnScript);
  }

  private void checkFamily(String family) {
    if (family.isEmpty()) {
      problem(FAMILY, "A family name is needed.");
    } else if (noLetter(family)) {
      problem(FAMILY, "“" + family + "” has no letter; a name has one at least.");
    }
  }

  private void checkGiven(String given, boolean onlyOneName, boolean withoutFamily) {
    if (given.isEmpty()) {
      problem(GIVEN, "A given name is needed; for a person with one name only type a hyphen.");
    } else if (onlyOneName ? withoutFamily && before != null : noLetter(given)) {
      problem(GIVEN, "“" + given + "” has no letter; a name has one at least.");
    }
  }

  private static boolean noLetter(String name) {
    return name.codePoints().noneMatch(Character::isLetter);
  }

  private @Nullable LocalDate birthDate(boolean needed) {
    if (before != null && isAsShown(BIRTH_DATE)) {
      return before.summary().birthDate();
    }
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
    if (before != null && isAsShown(LANGUAGE)) {
      return before.summary().language();
    }
    var text = text(LANGUAGE);
    if (text.isEmpty()) {
      return null;
    }
    return Languages.code(text)
        .map(this::withItsRegion)
        .orElseGet(() ->
            problem(
                LANGUAGE,
                "“%s” is not in the list of languages; write its English name, like Spanish."
                    .formatted(shortened(text))));
  }

  /** A form shows a language's name: {@code es-US} and {@code es} are the same to it. */
  private String withItsRegion(String code) {
    var known = before == null ? null : before.summary().language();
    return known != null && Languages.name(known).equals(Languages.name(code)) ? known : code;
  }

  private @Nullable Telecom phone(boolean needed) {
    var known = known(Telecom.System.PHONE);
    if (isAsShown(PHONE) && (known != null || !needed)) {
      return known;
    }
    var text = text(PHONE);
    if (text.isEmpty()) {
      return needed
          ? problem(PHONE, "One way to reach the person is needed: a phone or an e-mail.")
          : null;
    }
    return switch (Telephone.read(text)) {
      case Telephone.Reading.Understood(var telephone) ->
          Telecom.phone(telephone, known == null ? "mobile" : known.use());
      case Telephone.Reading.Refused(var message) -> problem(PHONE, message);
    };
  }

  private @Nullable Telecom email() {
    var known = known(Telecom.System.EMAIL);
    if (isAsShown(RegistrationField.EMAIL)) {
      return known;
    }
    var text = text(RegistrationField.EMAIL);
    if (text.isEmpty()) {
      return null;
    }
    if (TypedText.length(text) > 254) {
      return problem(RegistrationField.EMAIL, tooLong(text, 254));
    }
    return ADDRESS.matcher(text).matches()
        ? Telecom.email(text, known == null ? null : known.use())
        : problem(
            RegistrationField.EMAIL,
            text.indexOf('@') < 0
                ? "“" + shortened(text) + "” has no @; an address is like name@example.org."
                : "“" + shortened(text) + "” is not whole; an address is like name@example.org.");
  }

  private @Nullable Telecom known(Telecom.System system) {
    return before == null ? null : before.first(system).orElse(null);
  }

  private Address address() {
    var known = before == null ? Address.UNKNOWN : before.address();
    var line = words(LINE, LONGEST_TEXT);
    var unit = words(UNIT, 60);
    var city = words(CITY, 100);
    return new Address(
        isAsShown(LINE) ? known.line() : orNull(line),
        isAsShown(UNIT) ? known.unit() : orNull(unit),
        isAsShown(CITY) ? known.city() : orNull(city),
        isAsShown(STATE) ? known.state() : orNull(state()),
        isAsShown(POSTAL_CODE) ? known.postalCode() : orNull(postalCode()),
        known.country());
  }

  private String state() {
    var state = words(STATE, 60);
    return state.length() == 2 ? state.toUpperCase(Locale.ROOT) : state;
  }

  private String postalCode() {
    var code = words(POSTAL_CODE, 20);
    if (!code.matches("[\\d\\s-]+")) {
      return code;
    }
    var digits = code.replaceAll("\\D", "");
    return switch (digits.length()) {
      case 5 -> digits;
      case 9 -> digits.substring(0, 5) + "-" + digits.substring(5);
      default -> {
        problem(POSTAL_CODE, "“" + code + "” is not a ZIP: it has five digits, or nine.");
        yield code;
      }
    };
  }

  private String words(RegistrationField field, int longest) {
    var text = text(field);
    if (TypedText.length(text) > longest && !isAsShown(field)) {
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

  /** Whether the field says what the form showed; never of a new person. */
  private boolean isAsShown(RegistrationField field) {
    return before != null && TypedText.clean(before.text(field)).equals(text(field));
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
