package dev.liaison.web;

import dev.liaison.facility.Location;
import dev.liaison.identity.SignedIn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the desk shows around a page: who, where, when, what was just done. Every model carries it
 * under the name {@code shell}; a template takes it as a parameter and hands it to {@code
 * web/desk.jte}, a controller never sees it.
 *
 * @param here the location looked at; null while the facility has none
 * @param said what was just done and not shown yet; asked by the template that shows it
 * @param theme light or dark by the person's choice; null follows the system
 * @param letters whether keys of one letter act
 * @param path of this page, to come back to after a setting was changed
 * @param drawer whether a script asked for the drawer alone
 */
public record Shell(
    Csrf csrf,
    SignedIn signedIn,
    @Nullable Location here,
    List<Location> all,
    Supplier<List<Toast>> said,
    @Nullable String theme,
    boolean letters,
    String path,
    boolean drawer,
    Instant now) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm", Locale.US);
  private static final DateTimeFormatter HALF_DAY = DateTimeFormatter.ofPattern("a", Locale.US);

  /** What a form or a script sends back to prove that this page sent it. */
  public record Csrf(String parameter, String header, String token) {
    /** Never the token. */
    @Override
    public String toString() {
      return "Csrf[…]";
    }
  }

  /** A place one may look at. */
  public record Choice(UUID id, String name, boolean here) {}

  /** Light, dark, or as the system says. */
  public record Theme(String value, String word, boolean chosen) {}

  public Shell {
    all = List.copyOf(all);
  }

  /** To be shown now: from then on they count as shown, so only who prints them asks. */
  public List<Toast> toasts() {
    return said.get();
  }

  public String person() {
    return signedIn.displayName();
  }

  public String organization() {
    return signedIn.organizationName();
  }

  public String role() {
    var code = signedIn.actor().role().code().replace('-', ' ');
    return Character.toUpperCase(code.charAt(0)) + code.substring(1);
  }

  /** Of the first and the last word of the name. */
  public String initials() {
    var words = person().strip().split("\\s+");
    var first = words[0].codePointAt(0);
    var text = new StringBuilder().appendCodePoint(first);
    if (words.length > 1) {
      text.appendCodePoint(words[words.length - 1].codePointAt(0));
    }
    return text.toString().toUpperCase(Locale.ROOT);
  }

  public String location() {
    return here == null ? "No place yet" : here.name();
  }

  /** The zone of the location shown: every clock time of a page is told in it. */
  public ZoneId zone() {
    return here == null ? ZoneOffset.UTC : here.zone();
  }

  public List<Choice> locations() {
    return all.stream()
        .map(place ->
            new Choice(
                place.id().value(), place.name(), here != null && place.id().equals(here.id())))
        .toList();
  }

  public List<Theme> themes() {
    return List.of(
        new Theme("system", "As the system says", theme == null),
        new Theme("light", "Light", "light".equals(theme)),
        new Theme("dark", "Dark", "dark".equals(theme)));
  }

  /** {@code 10:24}. */
  public String clock() {
    return CLOCK.withZone(zone()).format(now);
  }

  /** A time of today in the zone shown: {@code 10:07am}. */
  public String time(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    var at = instant.atZone(zone());
    return CLOCK.format(at) + HALF_DAY.format(at).toLowerCase(Locale.ROOT);
  }

  /** {@code am} or {@code pm}. */
  public String halfDay() {
    return HALF_DAY.withZone(zone()).format(now).toLowerCase(Locale.ROOT);
  }
}
