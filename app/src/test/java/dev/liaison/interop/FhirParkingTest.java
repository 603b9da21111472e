package dev.liaison.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.patients.PatientSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What an import cannot take: it is kept with its reason, and stops nothing else. */
class FhirParkingTest extends FhirFiles {
  @Test
  void what_cannot_be_read_is_parked_with_its_reason_and_the_rest_comes_in() {
    var summary = load(BUNDLES);

    assertThat(parked())
        .containsExactly(
            "deep-extension.json||too-deep",
            "deep.json||too-deep",
            "empty.json||not-json",
            "impossible-date.json||incomplete",
            "no-name.json||incomplete",
            "not-fhir.json||not-fhir",
            "not-json.json||not-json",
            "second-line-broken.ndjson|line 2|not-json",
            "truncated.json.gz||unreadable",
            "truncated.json||not-json");
    assertThat(summary.parked()).isEqualTo(10);
    assertThat(summary.parkedOnes()).hasSize(10);
    assertThat(summary.leftOut()).isEqualTo(1); // the folder's own description
    assertThat(desk.countOf("patient")).isEqualTo(12 + 2);
    assertThat(load(BUNDLES).parked()).isEqualTo(10);
    assertThat(parked()).hasSize(10);
  }

  @Test
  void an_encounter_waits_for_its_patient_and_is_taken_up_when_the_patient_comes()
      throws IOException {
    var alone = load(file("Encounter.ndjson", line(VISIT.formatted("Patient/luz"))));
    assertThat(alone.parked()).isEqualTo(1);
    assertThat(parked()).containsExactly("Encounter.ndjson|line 1|patient-missing");

    var later = load(file("late.json", LUZ));

    assertThat(later.imported()).isEqualTo(2);
    assertThat(later.parked()).isZero();
    assertThat(parked()).isEmpty();
    assertThat(visits()).hasSize(1);
  }

  @Test
  void an_encounter_too_long_to_wait_says_so_and_stops_no_later_import() throws IOException {
    var words = "\"text\":{\"status\":\"generated\",\"div\":\"<div>%s</div>\"},\"subject\"";
    var visit = VISIT.replace("\"subject\"", words.formatted("long ".repeat(210_000)));
    var visits = file("Encounter.ndjson", line(visit.formatted("Patient/luz")));
    var alone = load(visits);
    assertThat(alone.parkedOnes())
        .singleElement()
        .satisfies(parked ->
            assertThat(parked.message())
                .isEqualTo(
                    "Its patient, Patient/luz, is not here; it is too long to wait: import it again"
                        + " after the patient."));

    var patient = load(file("late.json", LUZ));
    var again = load(visits);

    assertThat(patient.imported()).isEqualTo(1);
    assertThat(again.imported()).isEqualTo(1);
    assertThat(parked()).isEmpty();
  }

  @Test
  void a_waiting_encounter_that_cannot_be_read_any_more_keeps_no_other_waiting()
      throws IOException {
    var second = VISIT.replace("\"visit\"", "\"second\"");
    load(
        file(
            "Encounter.ndjson",
            line(VISIT.formatted("Patient/luz")) + line(second.formatted("Patient/luz"))));
    desk.asks(jdbc ->
        jdbc.sql(
                """
                update import_parked
                set content = 'what an older release kept'
                where organization_id = :organization
                    and resource_id = 'visit'
                """)
            .param("organization", desk.id())
            .update());

    var later = load(file("late.json", LUZ));

    assertThat(later.imported()).isEqualTo(2);
    assertThat(visits()).hasSize(1);
    assertThat(parked()).containsExactly("Encounter.ndjson|line 1|not-json");
  }

  @Test
  void an_id_that_is_none_of_fhirs_is_parked_and_the_rest_comes_in() throws IOException {
    var random = new Random(7);
    var letters = random.ints(3_000, 'a', 'z' + 1).mapToObj(Character::toString).collect(joining());
    var far = "https://" + letters + ".example.org/fhir/Patient/ada";

    var summary =
        load(
            file(
                "ids.ndjson",
                line(LUZ.replace("\"id\":\"luz\"", "\"id\":\"" + letters + "\""))
                    + line(LUZ.replace("\"id\":\"luz\"", "\"id\":\"a b\""))
                    + line(bundle(at(far, LUZ)))
                    + line(LUZ)));

    assertThat(parked())
        .containsExactly(
            "ids.ndjson|line 1|not-fhir",
            "ids.ndjson|line 2|not-fhir",
            "ids.ndjson|line 3, entry 1|not-fhir");
    assertThat(summary.imported()).isEqualTo(1);
  }

  @Test
  void a_resource_that_the_reader_stumbles_over_is_parked_and_the_rest_comes_in()
      throws IOException {
    var representation = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";
    var said = "{\"url\":\"" + representation + "\",\"valueCode\":\"ABC\"}";
    var twiceSaid =
        LUZ.replace("\"family\"", "\"extension\":[" + said + "," + said + "],\"family\"")
            .replace("\"id\":\"luz\"", "\"id\":\"twice\"");
    var blankBefore = VISIT.replace("2023-05-27T07:11:10-05:00", " 2023-05-27");

    var summary =
        load(
            file(
                "odd.ndjson",
                line(twiceSaid) + line(blankBefore.formatted("Patient/luz")) + line(LUZ)));

    assertThat(parked())
        .containsExactly("odd.ndjson|line 1|unreadable", "odd.ndjson|line 2|unreadable");
    assertThat(summary.imported()).isEqualTo(1);
  }

  private static String withPhoto(String id, int bytes) {
    return LUZ.replace(
        "\"id\":\"luz\"",
        "\"id\":\"%s\",\"photo\":[{\"data\":\"%s\"}]".formatted(id, "A".repeat(bytes)));
  }

  @Test
  void a_resource_over_sixteen_mebibytes_is_parked_and_its_neighbours_come_in() throws IOException {
    var whole =
        bundle(
            at("urn:uuid:1", LUZ),
            at("urn:uuid:2", withPhoto("big", 17 << 20)),
            at("urn:uuid:3", LUZ.replace("\"luz\"", "\"ada\"")));

    load(
        file("a.json", whole),
        file("b.ndjson", line(whole) + line(withPhoto("big", 17 << 20))),
        file("c.json", withPhoto("big", 17 << 20)));

    assertThat(parked())
        .containsExactly(
            "a.json|entry 2|too-large",
            "b.ndjson|line 1, entry 2|too-large",
            "b.ndjson|line 2|too-large",
            "c.json||too-large");
    assertThat(desk.countOf("patient")).isEqualTo(2);
  }

  @Test
  void long_resources_are_written_before_four_hundred_of_them_are_in_memory() throws IOException {
    var lines = new StringBuilder();
    for (var n = 1; n <= 4; n++) {
      lines.append(line(withPhoto("p" + n, 6 << 20)));
    }

    var summary = load(file("photos.ndjson", lines.toString()));

    assertThat(summary.imported()).isEqualTo(4);
    assertThat(
            told(
                """
                select entity
                from audit_event
                where organization_id = :organization
                    and entity = 'patient-import'
                """))
        .as("one for each batch")
        .hasSize(2);
  }

  @Test
  void an_encounter_in_front_of_its_patient_is_not_counted_as_parked() throws IOException {
    var summary = load(file("both.ndjson", line(VISIT.formatted("Patient/luz")) + line(LUZ)));

    assertThat(summary.imported()).isEqualTo(2);
    assertThat(summary.parked()).isZero();
  }

  @Test
  void a_mended_file_takes_its_parked_lines_with_it() throws IOException {
    load(file("a.ndjson", line(LUZ) + "{\"resourceType\":\"Patient\n"));
    assertThat(parked()).containsExactly("a.ndjson|line 2|not-json");

    load(file("a.ndjson", line(LUZ)));

    assertThat(parked()).isEmpty();
  }

  @Test
  void nothing_is_taken_of_a_bundle_that_is_broken_at_its_end() throws IOException {
    var whole = bundle(at("urn:uuid:1", LUZ), at("urn:uuid:2", LUZ));

    var summary = load(file("cut.json", whole.substring(0, whole.length() - 10)));

    assertThat(summary.imported()).isZero();
    assertThat(summary.parked()).isEqualTo(1);
    assertThat(desk.countOf("patient")).isZero();
  }

  @Test
  void a_compressed_file_that_grows_over_two_hundred_fold_is_parked() throws IOException {
    var bomb = folder.resolve("bomb.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write("{\"resourceType\":\"Patient\",\"id\":\"".getBytes(StandardCharsets.UTF_8));
      var zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) 'a');
      for (var n = 0; n < 64; n++) {
        out.write(zeros);
      }
    }

    var summary = load(bomb, file("good.json", LUZ));

    assertThat(parked()).containsExactly("bomb.json.gz||too-large");
    assertThat(summary.imported()).isEqualTo(1);
  }

  @Test
  void text_that_the_database_cannot_hold_never_stops_the_others() throws IOException {
    var odd = LUZ.replace("García", "Gar\\u0000cía").replace("\"luz\"", "\"odd\\u0000\"");

    var summary = load(file("odd.ndjson", line(odd) + line(LUZ)));

    assertThat(summary.imported() + summary.parked()).isEqualTo(2);
    assertThat(patients.search(desk.actor(), "garcia", 8).patients())
        .extracting(PatientSummary::id)
        .isNotEmpty();
  }

  @Test
  void a_line_of_another_organizations_import_is_invisible_here() throws IOException {
    load(file("a.json", LUZ));
    var other = openDesk();

    assertThat(patients.search(other.actor(), "luz", 8).patients()).isEmpty();
    assertThat(
            fhir.load(
                    other.actor(),
                    fhir.find(List.of(folder.resolve("a.json"))),
                    FhirImport.UNNAMED_SOURCE,
                    bytes -> {})
                .imported())
        .isEqualTo(1);
  }
}
