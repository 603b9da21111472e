package dev.liaison.facility;

import dev.liaison.facility.FacilityFile.LocationEntry;
import dev.liaison.facility.FacilityFile.NeedEntry;
import dev.liaison.facility.FacilityFile.Person;
import dev.liaison.facility.FacilityFile.ResourceEntry;
import dev.liaison.facility.FacilityFile.SessionEntry;
import dev.liaison.facility.FacilityFile.TypeEntry;
import dev.liaison.facility.Resource.Category;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a facility file, and finds all that is wrong with it in one go. */
final class FacilityFileReader {
  static final List<String> FAMILIES =
      List.of("teal", "blue", "iris", "plum", "rust", "olive", "green", "slate");
  private static final int NAME = 200;

  private final List<FileFault> faults = new ArrayList<>();
  private final List<SessionEntry> sessions = new ArrayList<>();

  private FacilityFileReader() {}

  /** What a file says, and its faults; with a fault the rest is only good for counting. */
  record Reading(FacilityFile file, List<FileFault> faults) {}

  static Reading read(byte[] bytes) {
    return new FacilityFileReader().reading(bytes);
  }

  private Reading reading(byte[] bytes) {
    var file =
        YamlDocument.read(bytes, faults)
            .map(node -> file(Fields.top(node, faults)))
            .orElseGet(() -> new FacilityFile("", List.of(), List.of(), List.of(), List.of()));
    return new Reading(file, List.copyOf(faults));
  }

  private FacilityFile file(Fields top) {
    top.only(
        "organization",
        "locations",
        "practitioners",
        "rooms",
        "devices",
        "appointment-types",
        "templates");
    var organization = top.optional("organization", NAME);
    var locations = top.list("locations").stream().map(this::location).toList();
    if (locations.isEmpty()) {
      top.note("locations", "A facility has at least one location.");
    }
    var resources = new ArrayList<ResourceEntry>();
    top.list("practitioners").forEach(fields -> resources.add(practitioner(fields)));
    top.list("rooms").forEach(fields -> resources.add(thing(fields, Category.ROOM)));
    top.list("devices").forEach(fields -> resources.add(thing(fields, Category.DEVICE)));
    var types = top.list("appointment-types").stream().map(this::type).toList();
    top.list("templates").forEach(this::template);
    var file =
        new FacilityFile(
            organization == null ? "" : organization, locations, resources, types, sessions);
    faults.addAll(FacilityRules.judge(file));
    return file;
  }

  private LocationEntry location(Fields fields) {
    fields.only("key", "name", "zone", "address", "city", "state", "postal-code", "phone");
    return new LocationEntry(
        fields.at(),
        key(fields),
        fields.text("name", NAME),
        zone(fields),
        fields.optional("address", NAME),
        fields.optional("city", 100),
        matching(fields, "state", "[A-Z]{2}", "is not a state's two letters, such as NE."),
        matching(fields, "postal-code", "[0-9]{5}(-[0-9]{4})?", "is not a ZIP code."),
        matching(fields, "phone", "[0-9 ().+-]{7,25}", "is not a telephone number."));
  }

  /** Regions only: an offset or an abbreviation knows nothing of the nights when clocks change. */
  private static ZoneId zone(Fields fields) {
    var name = fields.text("zone", 100);
    var known = ZoneId.getAvailableZoneIds();
    if (known.contains(name) && name.contains("/") && !name.startsWith("Etc/")) {
      return ZoneId.of(name);
    }
    if (!name.isEmpty()) {
      fields.note(
          "zone",
          name
              + " is not a time zone by place, such as America/Chicago"
              + Nearest.to(name, known)
              + ".");
    }
    return ZoneId.of("UTC");
  }

  private ResourceEntry practitioner(Fields fields) {
    fields.only(
        "key", "name", "prefix", "given", "family", "credential", "npi", "kind", "specialty");
    var person =
        new Person(
            npi(fields),
            fields.text("family", NAME),
            fields.text("given", NAME),
            fields.optional("prefix", 20),
            fields.optional("credential", 40),
            fields.optional("specialty", 100));
    var name = fields.optional("name", NAME);
    return new ResourceEntry(
        fields.at(),
        Category.PRACTITIONER,
        key(fields),
        fields.oneOf("kind", ResourceKind.codes(Category.PRACTITIONER)),
        name == null ? shown(person) : name,
        null,
        person);
  }

  /** As columns show a person: Dr. Okafor, or Whitecloud, NP. */
  private static String shown(Person person) {
    if (person.prefix() != null) {
      return person.prefix() + " " + person.family();
    }
    return person.credential() == null
        ? person.given() + " " + person.family()
        : person.family() + ", " + person.credential();
  }

  private static @Nullable String npi(Fields fields) {
    var npi = fields.optional("npi", 20);
    if (npi == null) {
      return null;
    }
    if (!Npi.hasForm(npi)) {
      fields.note("npi", npi + " is not an NPI: ten digits that begin with 1 or 2.");
    } else if (!Npi.checks(npi)) {
      fields.note("npi", npi + " fails its check digit; one of its digits is wrong.");
    }
    return npi;
  }

  private ResourceEntry thing(Fields fields, Category category) {
    fields.only("key", "name", "kind", "location");
    return new ResourceEntry(
        fields.at(),
        category,
        key(fields),
        fields.oneOf("kind", ResourceKind.codes(category)),
        fields.text("name", NAME),
        fields.text("location", 100),
        null);
  }

  private TypeEntry type(Fields fields) {
    fields.only("key", "name", "code", "family", "minutes", "instructions", "needs");
    var minutes = minutes(fields);
    var code =
        matching(
            fields,
            "code",
            "[A-Z0-9]{1,4}",
            "is not a code: one to four capital letters or digits.");
    if (code == null) {
      fields.text("code", 100);
    }
    var needs = fields.list("needs").stream().map(need -> need(need, minutes)).toList();
    if (needs.isEmpty()) {
      fields.note("needs", "A type needs at least one kind of practitioner, room or device.");
    }
    return new TypeEntry(
        fields.at(),
        key(fields),
        fields.text("name", NAME),
        code == null ? "" : code,
        fields.oneOf("family", FAMILIES),
        minutes,
        fields.optional("instructions", 2000),
        needs);
  }

  private static int minutes(Fields fields) {
    fields.text("minutes", 20);
    return fives(fields, "minutes", fields.number("minutes", 5, 720, 5));
  }

  private static NeedEntry need(Fields fields, int minutes) {
    fields.only("kind", "before", "after");
    var before = fives(fields, "before", fields.number("before", -minutes + 5, 240, 0));
    var after = fives(fields, "after", fields.number("after", -minutes + 5, 240, 0));
    if (before + minutes + after < 5) {
      fields.note("after", "Nothing is left of the visit: it lasts " + minutes + " minutes.");
    }
    return new NeedEntry(
        fields.at(), fields.oneOf("kind", ResourceKind.codes()), -before, before + minutes + after);
  }

  /** The day view's rows are five minutes high. */
  private static int fives(Fields fields, String name, int minutes) {
    if (minutes % 5 != 0) {
      fields.note(name, minutes + " is not a multiple of five minutes.");
    }
    return minutes;
  }

  private void template(Fields fields) {
    fields.only("resources", "location", "from", "until", "types", "sessions");
    var resources = fields.words("resources");
    if (resources.isEmpty()) {
      fields.note("resources", "A template names at least one resource.");
    }
    var location = fields.text("location", 100);
    var from = day(fields, "from");
    var until = day(fields, "until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      fields.note("until", until.get() + " lies before " + from.get() + ".");
    }
    var types = fields.words("types");
    var weekly = fields.list("sessions");
    if (weekly.isEmpty()) {
      fields.note("sessions", "A template has at least one session.");
    }
    for (var session : weekly) {
      WeekWords.read(session)
          .ifPresent(week ->
              resources.forEach(resource ->
                  sessions.addAll(
                      week.sessions(
                          resource,
                          location,
                          from.orElse(LocalDate.EPOCH),
                          until.orElse(LocalDate.EPOCH),
                          types))));
    }
  }

  private static Optional<LocalDate> day(Fields fields, String name) {
    return fields.read(
        name, LocalDate::parse, "is not a day of the calendar, written as 2027-01-31.");
  }

  private static String key(Fields fields) {
    var key = fields.text("key", 100);
    if (!key.isEmpty() && !key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      fields.note("key", key + " is not a key: small letters and digits, joined by dashes.");
    }
    return key;
  }

  private static @Nullable String matching(
      Fields fields, String name, String form, String otherwise) {
    var found = fields.optional(name, 100);
    if (found != null && !found.matches(form)) {
      fields.note(name, found + " " + otherwise);
    }
    return found;
  }
}
