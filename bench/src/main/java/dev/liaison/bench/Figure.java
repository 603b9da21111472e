package dev.liaison.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param name the benchmark's, or the benchmark's and the figure's: {@code booking.rate}
 * @param target null when the figure only explains another one
 * @param baseline what the figure is compared with, measured in the same run; null when nothing is
 */
record Figure(
    String name, double value, String unit, @Nullable Target target, @Nullable Double baseline) {

  /** What the figure should reach: at least or at most a value, or a share of its baseline. */
  record Target(Kind kind, double value) {
    enum Kind {
      AT_MOST,
      AT_LEAST,
      AT_LEAST_OF_BASELINE
    }

    static Target atMost(double value) {
      return new Target(Kind.AT_MOST, value);
    }

    static Target atLeast(double value) {
      return new Target(Kind.AT_LEAST, value);
    }

    static Target atLeastOfBaseline(double share) {
      return new Target(Kind.AT_LEAST_OF_BASELINE, share);
    }
  }

  static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null, null);
  }

  Figure against(double measured) {
    return new Figure(name, value, unit, target, measured);
  }

  Figure aiming(Target aim) {
    return new Figure(name, value, unit, aim, baseline);
  }

  @Nullable Double ratio() {
    return baseline == null || baseline == 0 ? null : value / baseline;
  }

  boolean met() {
    if (target == null) {
      return true;
    }
    return switch (target.kind()) {
      case AT_MOST -> value <= target.value();
      case AT_LEAST -> value >= target.value();
      case AT_LEAST_OF_BASELINE -> ratio() != null && ratio() >= target.value();
    };
  }

  String line() {
    return "%-24s %12s  target %-12s baseline %-14s ratio %-6s %s"
        .formatted(
            name,
            number(value) + " " + unit,
            aim(),
            baseline == null ? "-" : number(baseline) + " " + unit,
            ratio() == null ? "-" : number(ratio()),
            target == null ? "" : met() ? "met" : "MISSED")
        .stripTrailing();
  }

  /** For machines: {@code name value unit target baseline ratio met}. */
  Map<String, @Nullable Object> fields() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("name", name);
    fields.put("value", value);
    fields.put("unit", unit);
    fields.put("target", target == null ? null : aim());
    fields.put("baseline", baseline);
    fields.put("ratio", ratio());
    fields.put("met", met());
    return fields;
  }

  private String aim() {
    if (target == null) {
      return "-";
    }
    return switch (target.kind()) {
      case AT_MOST -> "≤ " + number(target.value());
      case AT_LEAST -> "≥ " + number(target.value());
      case AT_LEAST_OF_BASELINE -> "≥ " + number(target.value()) + " ×";
    };
  }

  private static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
