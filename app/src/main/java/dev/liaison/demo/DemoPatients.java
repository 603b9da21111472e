package dev.liaison.demo;

import dev.liaison.demo.SyntheaFile.Line;
import dev.liaison.patients.Address;
import dev.liaison.patients.PatientId;
import dev.liaison.patients.Patients;
import dev.liaison.patients.PersonName;
import dev.liaison.patients.Sex;
import dev.liaison.patients.SourcePatient;
import dev.liaison.patients.Telecom;
import dev.liaison.patients.Telephone;
import dev.liaison.platform.tenancy.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The patients of the demo's file. */
@Component
@Profile("demo")
class DemoPatients {
  static final String SOURCE = "https://github.com/synthetichealth/synthea";
  private static final Set<String> USUAL_LANGUAGES = Set.of("en", "en-US", "es");

  private final Patients patients;

  DemoPatients(Patients patients) {
    this.patients = patients;
  }

  /** Takes them in, unless they are there, and tells who they are. */
  List<DemoPatient> load(Actor actor, List<Line> lines) {
    var written =
        patients.upsertFromSource(actor, lines.stream().map(DemoPatients::patient).toList());
    var known = new ArrayList<DemoPatient>();
    for (var i = 0; i < lines.size(); i++) {
      known.add(known(written.get(i).patient(), lines.get(i)));
    }
    return known;
  }

  private static DemoPatient known(PatientId id, Line line) {
    var patient = line.resource();
    return new DemoPatient(
        id,
        line.id(),
        LocalDate.parse(patient.path("birthDate").asString()),
        patient.path("gender").asString().equals("female"),
        patient.has("deceasedDateTime"),
        isVivid(patient));
  }

  private static boolean isVivid(JsonNode patient) {
    var name = patient.path("name").path(0);
    var whole = name.path("family").asString() + " " + given(name);
    return !USUAL_LANGUAGES.contains(language(patient))
        || whole.length() > 30
        || whole.chars().anyMatch(c -> c > 0xff || c == '\'');
  }

  private static SourcePatient patient(Line line) {
    var patient = line.resource();
    var died = patient.path("deceasedDateTime").asStringOpt();
    return new SourcePatient(
        SOURCE,
        line.id(),
        line.digest(),
        name(patient.path("name")),
        LocalDate.parse(patient.path("birthDate").asString()),
        Sex.valueOf(patient.path("gender").asString().toUpperCase(Locale.ROOT)),
        language(patient),
        telecoms(patient.path("telecom")),
        address(patient.path("address").path(0)),
        died.isPresent(),
        died.map(text -> OffsetDateTime.parse(text).toInstant()).orElse(null));
  }

  private static PersonName name(JsonNode names) {
    var official = names.path(0);
    String preferred = null;
    String own = null;
    for (var name : names) {
      if (name.path("use").asString().equals("usual")) {
        preferred = given(name);
      } else if (name.path("extension").path(0).path("valueCode").asString("").equals("IDE")) {
        own = ownScript(name);
      }
    }
    return new PersonName(
        official.path("family").asString(),
        given(official),
        text(official.path("suffix").path(0)),
        preferred,
        own);
  }

  /** Chinese, Japanese and Korean names are written family first, without a blank. */
  private static String ownScript(JsonNode name) {
    var family = name.path("family").asString();
    var script = Character.UnicodeScript.of(family.codePointAt(0));
    return switch (script) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> family + given(name);
      default -> given(name) + " " + family;
    };
  }

  private static String given(JsonNode name) {
    return StreamSupport.stream(name.path("given").spliterator(), false)
        .map(JsonNode::asString)
        .collect(Collectors.joining(" "));
  }

  private static String language(JsonNode patient) {
    var coding = patient.path("communication").path(0).path("language").path("coding").path(0);
    return coding.path("code").asString("en");
  }

  private static List<Telecom> telecoms(JsonNode telecoms) {
    var ways = new ArrayList<Telecom>();
    for (var telecom : telecoms) {
      if (Telephone.read(telecom.path("value").asString())
          instanceof Telephone.Reading.Understood(var telephone)) {
        ways.add(Telecom.phone(telephone, text(telecom.path("use"))));
      }
    }
    return ways;
  }

  private static Address address(JsonNode address) {
    if (address.isMissingNode()) {
      return Address.UNKNOWN;
    }
    return new Address(
        text(address.path("line").path(0)),
        text(address.path("line").path(1)),
        text(address.path("city")),
        text(address.path("state")),
        text(address.path("postalCode")),
        text(address.path("country")));
  }

  private static @Nullable String text(JsonNode node) {
    return node.asStringOpt().orElse(null);
  }
}
