package dev.liaison.x12.codes;

import dev.liaison.x12.codes.CodeLists.Standing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One list from a CSV file: a header, then a code a row. The code stands in the column {@code
 * code}, {@code value}, {@code hcpcs} or {@code ms_drg}, its text in {@code display}, {@code
 * description} or {@code short_description}; {@code effective} and {@code terminated} may hold
 * days.
 */
public final class CodeTable {
  private static final List<String> CODES = List.of("code", "value", "hcpcs", "ms_drg");
  private static final List<String> TEXTS =
      List.of("display name", "display", "short_description", "description");

  private record Row(String text, @Nullable LocalDate effective, @Nullable LocalDate terminated) {}

  private final Map<String, Row> rows = new HashMap<>();

  private CodeTable() {}

  /**
   * Reads a list, and leaves the stream open.
   *
   * @throws IOException when the stream fails or the header names no column of codes
   */
  public static CodeTable read(InputStream csv) throws IOException {
    var table = new CodeTable();
    var reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
    var header = fields(reader);
    if (header == null) {
      throw new IOException("The list is empty");
    }
    var names =
        header.stream()
            .map(name -> name.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT))
            .toList();
    int code = column(names, CODES);
    if (code < 0) {
      throw new IOException("The list's header names no column of codes: " + names);
    }
    int text = column(names, TEXTS);
    int effective = names.indexOf("effective");
    int terminated = names.indexOf("terminated");
    for (var row = fields(reader); row != null; row = fields(reader)) {
      if (row.size() > code && !row.get(code).isBlank()) {
        table.rows.put(
            row.get(code).strip(),
            new Row(field(row, text), day(field(row, effective)), day(field(row, terminated))));
      }
    }
    return table;
  }

  private static int column(List<String> names, List<String> wanted) {
    for (var name : wanted) {
      if (names.contains(name)) {
        return names.indexOf(name);
      }
    }
    return -1;
  }

  private static String field(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }

  private static @Nullable LocalDate day(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
  }

  /** One record of RFC 4180; quoted fields may hold line breaks. Null at the end. */
  private static @Nullable List<String> fields(BufferedReader reader) throws IOException {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    int c;
    while ((c = reader.read()) >= 0) {
      any = true;
      if (quoted) {
        if (c != '"') {
          field.append((char) c);
        } else {
          reader.mark(1);
          if (reader.read() == '"') {
            field.append('"');
          } else {
            reader.reset();
            quoted = false;
          }
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c == '\n') {
        break;
      } else if (c != '\r') {
        field.append((char) c);
      }
    }
    if (!any) {
      return null;
    }
    fields.add(field.toString());
    return fields;
  }

  public int size() {
    return rows.size();
  }

  /** The list's text for a code, where it has one. */
  public Optional<String> text(String code) {
    var row = rows.get(code);
    return row == null || row.text().isEmpty() ? Optional.empty() : Optional.of(row.text());
  }

  Standing standing(String code, @Nullable LocalDate on) {
    var row = rows.get(code);
    if (row == null) {
      return Standing.UNKNOWN;
    }
    var from = row.effective();
    var to = row.terminated();
    if (on != null && ((from != null && on.isBefore(from)) || (to != null && on.isAfter(to)))) {
      return Standing.OUT_OF_DATE;
    }
    return Standing.KNOWN;
  }
}
