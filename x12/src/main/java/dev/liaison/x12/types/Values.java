package dev.liaison.x12.types;

import dev.liaison.x12.Fault;
import dev.liaison.x12.Segment;
import dev.liaison.x12.X12Error;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes values out of segments. What is not the value it should be is an error at its place; the
 * set that has it is then refused, so what stands in for it is never used.
 */
public final class Values {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

  private final Consumer<X12Error> errors;

  public Values(Consumer<X12Error> errors) {
    this.errors = errors;
  }

  /** Zero when the element is empty. */
  public Money money(Segment s, int element) {
    var money = moneyOrNull(s, element);
    return money == null ? Money.ZERO : money;
  }

  /** Null when the element is empty. */
  public @Nullable Money moneyOrNull(Segment s, int element) {
    if (!s.has(element)) {
      return null;
    }
    byte[] bytes = s.raw();
    int from = s.from(element);
    int to = s.to(element);
    int p = from;
    boolean negative = bytes[p] == '-';
    if (negative) {
      p++;
    }
    long cents = 0;
    int places = -1;
    int digits = 0;
    for (; p < to; p++) {
      byte b = bytes[p];
      if (b == '.' && places < 0) {
        places = 0;
      } else if (b < '0' || b > '9' || digits > 17) {
        return wrong(s, element, Fault.ELEMENT_CHARACTER, Money.ZERO);
      } else if (places < 2) {
        cents = cents * 10 + b - '0';
        digits++;
        if (places >= 0) {
          places++;
        }
      } else if (b != '0') {
        return wrong(s, element, Fault.ELEMENT_TOO_LONG, Money.ZERO);
      }
    }
    if (digits == 0) {
      return wrong(s, element, Fault.ELEMENT_CHARACTER, Money.ZERO);
    }
    for (int n = Math.max(places, 0); n < 2; n++) {
      cents *= 10;
    }
    return Money.ofCents(negative ? -cents : cents);
  }

  /** Null when the element is empty. */
  public @Nullable BigDecimal decimal(Segment s, int element) {
    if (!s.has(element)) {
      return null;
    }
    var text = s.text(element);
    if (text.length() > 20 || !text.matches("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)")) {
      return wrong(s, element, Fault.ELEMENT_CHARACTER, BigDecimal.ZERO);
    }
    // 1.00 and 1 are the same number of units.
    var number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** Null when the element is empty. */
  public @Nullable LocalDate date(Segment s, int element) {
    if (!s.has(element)) {
      return null;
    }
    var date = date(s.raw(), s.from(element), s.to(element));
    return date == null ? wrong(s, element, Fault.ELEMENT_DATE, LocalDate.EPOCH) : date;
  }

  /** The day or period of a DTP or DMG; null when empty or in a format without a day. */
  public @Nullable Period period(Segment s, int format, int element) {
    if (!s.has(element)) {
      return null;
    }
    int from = s.from(element);
    int to = s.to(element);
    if (s.equals(format, "RD8")) {
      var first = to - from == 17 ? date(s.raw(), from, from + 8) : null;
      var last = to - from == 17 ? date(s.raw(), from + 9, to) : null;
      if (first == null || last == null) {
        return wrong(s, element, Fault.ELEMENT_DATE, Period.day(LocalDate.EPOCH));
      }
      return new Period(first, last);
    }
    if (s.equals(format, "D8") || s.equals(format, "DT")) {
      var day = to - from >= 8 ? date(s.raw(), from, from + 8) : null;
      return day == null
          ? wrong(s, element, Fault.ELEMENT_DATE, Period.day(LocalDate.EPOCH))
          : Period.day(day);
    }
    return null;
  }

  /** The same of text that stands inside an element. */
  public @Nullable Period period(String text, String format, Segment s, int element) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    var first = date(bytes, 0, 8);
    var last = format.equals("RD8") ? date(bytes, 9, 17) : first;
    if (first == null || last == null) {
      return wrong(s, element, Fault.ELEMENT_DATE, Period.day(LocalDate.EPOCH));
    }
    return new Period(first, last);
  }

  private static @Nullable LocalDate date(byte[] bytes, int from, int to) {
    if (to - from != 8) {
      return null;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return null;
      }
      number = number * 10 + bytes[i] - '0';
    }
    try {
      return LocalDate.of(number / 10000, number / 100 % 100, number % 100);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private <T> T wrong(Segment s, int element, Fault fault, T instead) {
    errors.accept(
        X12Error.at(fault, s.offset(), s.name(), s.position()).element(element, s.text(element)));
    return instead;
  }

  public static Code code(Segment s, int element) {
    return Code.of(s.text(element));
  }

  public static Party nm1(Segment s) {
    return new Party(
        code(s, 1),
        s.equals(2, "1"),
        s.text(3),
        s.text(4),
        s.text(5),
        s.text(7),
        code(s, 8),
        s.text(9));
  }

  public static Party n1(Segment s) {
    return new Party(code(s, 1), false, s.text(2), "", "", "", code(s, 3), s.text(4));
  }

  public static Reference ref(Segment s) {
    return new Reference(code(s, 1), s.text(2), s.text(3));
  }

  public static Address n3(Segment s, Address before) {
    return new Address(
        s.text(1), s.text(2), before.city(), before.state(), before.postalCode(), before.country());
  }

  public static Address n4(Segment s, Address before) {
    return new Address(before.line1(), before.line2(), s.text(1), s.text(2), s.text(3), s.text(4));
  }

  public static Procedure procedure(Segment s, int element) {
    if (!s.has(element)) {
      return Procedure.NONE;
    }
    int n = s.components(element);
    if (n == 1) {
      return new Procedure(code(s, element), "", List.of(), "");
    }
    if (n == 2) {
      return new Procedure(Code.of(s.text(element, 1)), s.text(element, 2), List.of(), "");
    }
    var parts = s.split(s.text(element));
    var modifiers = new ArrayList<String>(4);
    for (int i = 2; i < Math.min(parts.length, 6); i++) {
      if (!parts[i].isEmpty()) {
        modifiers.add(parts[i]);
      }
    }
    return new Procedure(Code.of(parts[0]), parts[1], modifiers, parts.length > 6 ? parts[6] : "");
  }

  /** Date and time of a BHT; null when there are none, which the guide's check tells. */
  public static @Nullable LocalDateTime bht(Segment bht) {
    var text = bht.text(4) + (bht.text(5).length() >= 4 ? bht.text(5).substring(0, 4) : "0000");
    try {
      return LocalDateTime.parse(text, MINUTE);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  /** DTP; null when it has no day. */
  public @Nullable Dated dtp(Segment s) {
    var period = period(s, 2, 3);
    return period == null ? null : new Dated(code(s, 1), period);
  }
}
