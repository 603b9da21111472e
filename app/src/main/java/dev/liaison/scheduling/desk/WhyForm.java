package dev.liaison.scheduling.desk;

import dev.liaison.scheduling.BookingRequest.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the appointment is made, as the fold-out of the form holds it. */
public record WhyForm(
    @Nullable String reason,
    @Nullable String note,
    @Nullable String askedBy,
    @Nullable String askedThrough,
    @Nullable String referredBy) {
  private static final int LONGEST = 500;

  /** Something to choose from. */
  public record Option(String value, String words, boolean chosen) {}

  static final WhyForm EMPTY = new WhyForm(null, null, null, null, null);

  public List<Option> askers() {
    return List.of(
        option("patient", "Patient", askedBy, true),
        option("proxy", "Relative or guardian", askedBy, false),
        option("clinician", "Clinician", askedBy, false),
        option("facility", "Facility", askedBy, false));
  }

  public List<Option> ways() {
    return List.of(
        option("phone", "Phone", askedThrough, true),
        option("desk", "At the desk", askedThrough, false),
        option("referral", "Referral", askedThrough, false),
        option("online", "Online", askedThrough, false));
  }

  /** Whether the fold-out holds something and must not be overlooked. */
  public boolean said() {
    return given(reason) != null || given(note) != null || given(referredBy) != null;
  }

  /** What no page of ours offers counts as not said. */
  Why toWhy() {
    return new Why(given(reason), given(note), chosen(askers()), chosen(ways()), given(referredBy));
  }

  private static Option option(
      String value, String words, @Nullable String now, boolean otherwise) {
    return new Option(value, words, now == null ? otherwise : now.equals(value));
  }

  private static String chosen(List<Option> options) {
    return options.stream()
        .filter(Option::chosen)
        .map(Option::value)
        .findFirst()
        .orElse(options.getFirst().value());
  }

  private static @Nullable String given(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var whole = text.strip();
    return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
  }
}
