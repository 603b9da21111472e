package dev.liaison.x12.guide;

import dev.liaison.x12.Segment;
import dev.liaison.x12.guide.Dictionary.Element;
import dev.liaison.x12.guide.Dictionary.Slot;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a segment into words: elements named, codes explained, money and dates as people write. */
public final class Explainer {
  private final DecimalFormat money =
      new DecimalFormat("$#,##0.00##;-$#,##0.00##", DecimalFormatSymbols.getInstance(Locale.US));

  /** What the segment says, one phrase an element. */
  public List<String> explain(Segment segment) {
    var type = Dictionary.get().segment(segment.id());
    var phrases = new ArrayList<String>();
    String format = "";
    for (int i = 1; i <= segment.size(); i++) {
      if (!segment.has(i)) {
        continue;
      }
      var slot = type == null || i > type.slots().size() ? null : type.slots().get(i - 1);
      var values = new ArrayList<String>();
      for (var repeat :
          slot == null || slot.repeats() > 1
              ? segment.repeats(i)
              : new String[] {segment.text(i)}) {
        values.add(repeat(segment, slot, repeat, format));
      }
      var value = String.join("; ", values);
      var name =
          slot == null
              ? "element " + i
              : Labels.get().name(segment.name(), i, slot.element().words());
      if (slot != null && slot.element().number().equals("1250")) {
        format = segment.text(i);
        continue;
      }
      phrases.add(name.isEmpty() ? value : name + " " + value);
    }
    return phrases;
  }

  private String repeat(Segment segment, @Nullable Slot slot, String repeat, String format) {
    if (slot == null || !slot.element().composite()) {
      return clean(slot == null ? repeat : value(slot.element(), repeat, format));
    }
    var parts = new ArrayList<String>();
    var components = segment.split(repeat);
    String inner = "";
    for (int i = 0; i < components.length; i++) {
      var part = i < slot.element().parts().size() ? slot.element().parts().get(i).element() : null;
      if (part != null && part.number().equals("1250")) {
        inner = components[i];
      } else if (!components[i].isEmpty()) {
        parts.add(clean(part == null ? components[i] : value(part, components[i], inner)));
      }
    }
    return String.join(" ", parts);
  }

  private String value(Element element, String text, String format) {
    return switch (element.number()) {
      case "782" -> money(text);
      case "1251" -> period(text, format);
      default ->
          switch (element.type()) {
            case DT -> date(text);
            case TM -> time(text);
            case ID, AN -> coded(element, text);
            case R, N0 -> text;
          };
    };
  }

  private static String coded(Element element, String text) {
    var words = Labels.get().of(element.number(), text);
    return words.isEmpty() ? text : words + " (" + text + ")";
  }

  private String money(String text) {
    try {
      return text.length() > 18 ? text : money.format(new BigDecimal(text));
    } catch (NumberFormatException notMoney) {
      return text;
    }
  }

  static String period(String text, String format) {
    return switch (format) {
      case "D8" -> date(text);
      case "RD8" ->
          text.length() == 17
              ? date(text.substring(0, 8)) + " to " + date(text.substring(9))
              : text;
      case "DT" ->
          text.length() >= 12 ? date(text.substring(0, 8)) + " " + time(text.substring(8)) : text;
      case "TM" -> time(text);
      default -> text;
    };
  }

  static String date(String text) {
    if (text.length() == 8 && text.chars().allMatch(Character::isDigit)) {
      return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
    }
    return text;
  }

  static String time(String text) {
    if (text.length() >= 4 && text.chars().allMatch(Character::isDigit)) {
      return text.substring(0, 2) + ":" + text.substring(2, 4);
    }
    return text;
  }

  /** Control characters would move the reader's cursor or colour the terminal. */
  private static String clean(String text) {
    var clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) ? '\ufffd' : c);
    }
    return clean.toString();
  }
}
