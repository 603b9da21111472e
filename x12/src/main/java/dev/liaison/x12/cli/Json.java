package dev.liaison.x12.cli;

import dev.liaison.x12.X12Error;
import java.util.List;
import java.util.Locale;

/** The answer of {@code edi check --json}, one object. */
final class Json {
  private Json() {}

  static String of(String file, boolean sound, List<X12Error> errors, int more) {
    var json = new StringBuilder("{\"file\":");
    text(json, file);
    json.append(",\"sound\":").append(sound);
    list(json, "errors", errors.stream().filter(error -> !error.warning()).toList());
    list(json, "warnings", errors.stream().filter(X12Error::warning).toList());
    if (more > 0) {
      json.append(",\"more\":").append(more);
    }
    return json.append('}').toString();
  }

  private static void list(StringBuilder json, String name, List<X12Error> errors) {
    json.append(",\"").append(name).append("\":[");
    for (int i = 0; i < errors.size(); i++) {
      json.append(i > 0 ? "," : "");
      error(json, errors.get(i));
    }
    json.append(']');
  }

  private static void error(StringBuilder json, X12Error error) {
    json.append("{\"offset\":").append(error.offset()).append(",\"segment\":");
    text(json, error.segment());
    json.append(",\"position\":").append(error.position());
    if (error.element() > 0) {
      json.append(",\"element\":").append(error.element());
    }
    if (error.component() > 0) {
      json.append(",\"component\":").append(error.component());
    }
    if (error.repetition() > 0) {
      json.append(",\"repetition\":").append(error.repetition());
    }
    json.append(",\"code\":");
    text(json, error.code());
    json.append(",\"level\":");
    text(json, error.fault().level().name().toLowerCase(Locale.ROOT));
    json.append(",\"fault\":");
    text(json, error.fault().name().toLowerCase(Locale.ROOT));
    json.append(",\"message\":");
    text(json, error.fault().words() + (error.note().isEmpty() ? "" : ": " + error.note()));
    if (!error.value().isEmpty()) {
      json.append(",\"value\":");
      text(json, error.value());
    }
    json.append('}');
  }

  static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 127 || Character.isSurrogate(c)) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
