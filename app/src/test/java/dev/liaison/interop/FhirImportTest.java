package dev.liaison.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.liaison.patients.PatientSummary;
import dev.liaison.patients.Patients;
import dev.liaison.platform.Rows;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

class FhirImportTest extends SpringTest {
  private static final Path BUNDLES = Path.of("src/test/resources/fhir/bundles");
  private static final Path DEMO = Path.of("src/main/resources/demo/patients.ndjson.gz");
  private static final String LUZ =
      """
      {"resourceType":"Patient","id":"luz","identifier":[{"system":"urn:mrn","value":"77"}],
       "name":[{"family":"García","given":["Luz","Elena"]}],"gender":"female","birthDate":"2007-04-02"}
      """;
  private static final String VISIT =
      """
      {"resourceType":"Encounter","id":"visit","status":"finished","class":{"code":"AMB"},
       "type":[{"text":"General examination of patient (procedure)"}],"subject":{"reference":"%s"},
       "period":{"start":"2023-05-27T07:11:10-05:00","end":"2023-05-27T07:43:35-05:00"}}
      """;

  @Autowired private FhirImport fhir;
  @Autowired private Patients patients;
  @TempDir private Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = openDesk();
  }

  private ImportSummary load(Path... paths) {
    return fhir.load(
        desk.actor(), fhir.find(Arrays.asList(paths)), FhirImport.UNNAMED_SOURCE, bytes -> {});
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static String line(String json) {
    return json.replace("\n", " ").strip() + "\n";
  }

  private static String bundle(String... entries) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
        + String.join(",", entries)
        + "]}";
  }

  private static String at(String fullUrl, String resource) {
    return "{\"fullUrl\":\"" + fullUrl + "\",\"resource\":" + resource + "}";
  }

  private List<String> told(String sql) {
    return desk.asks(
        jdbc -> Rows.of(jdbc.sql(sql).param("organization", desk.id()).query(String.class)));
  }

  private List<String> visits() {
    return told(
        """
        select concat_ws('|', p.family, v.stage, v.class, v.type, v.arrived_at at time zone 'UTC')
        from visit v
        join patient p on p.organization_id = v.organization_id and p.id = v.patient_id
        where v.organization_id = :organization
        order by v.arrived_at
        """);
  }

  private List<String> parked() {
    return told(
        """
        select concat_ws('|', regexp_replace(file, '.*/', ''), entry, reason)
        from import_parked
        where organization_id = :organization
        order by 1
        """);
  }

  @Test
  void twelve_whole_bundles_are_read_and_read_again_unchanged() {
    var good =
        fhir.find(List.of(BUNDLES)).files().stream()
            .filter(file -> !file.toString().contains("bad"))
            .toArray(Path[]::new);

    var first = load(good);
    var again = load(good);

    assertThat(good).hasSize(12);
    assertThat(desk.countOf("patient")).isEqualTo(12);
    assertThat(first.imported()).isEqualTo(12 + desk.countOf("visit"));
    assertThat(first.unchanged()).isZero();
    assertThat(first.parked()).isZero();
    assertThat(first.later()).containsKeys("Observation", "Claim").doesNotContainKey("Patient");
    assertThat(again.imported()).isZero();
    assertThat(again.unchanged()).isEqualTo(first.imported());
    assertThat(desk.countOf("visit")).isEqualTo(48);
  }

  @Test
  void the_demos_three_hundred_patients_come_within_two_seconds_once_warm() {
    load(DEMO);
    var other = openDesk();
    var threads = ManagementFactory.getThreadMXBean();
    var began = threads.getCurrentThreadCpuTime();

    var summary =
        fhir.load(other.actor(), fhir.find(List.of(DEMO)), FhirImport.UNNAMED_SOURCE, bytes -> {});

    assertThat(summary.imported()).isEqualTo(2620);
    assertThat(summary.parked()).isZero();
    assertThat(other.countOf("patient")).isEqualTo(300);
    // Work, not waiting: a busy machine takes longer and does no more.
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began))
        .isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void a_name_in_another_script_stands_beside_the_one_in_latin_letters() {
    load(DEMO);

    assertThat(patients.search(desk.actor(), "tesfaye hanna", 8).patients())
        .singleElement()
        .satisfies(hanna -> {
          assertThat(hanna.name().inOwnScript()).isEqualTo("ሃና ተስፋዬ");
          assertThat(hanna.phone()).isEqualTo("(402) 555-0160");
          assertThat(hanna.language()).isEqualTo("am");
        });
    assertThat(patients.search(desk.actor(), "ተስፋዬ", 8).patients()).hasSize(1);
  }

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
  void a_newer_version_replaces_what_was_read_before_and_keeps_the_record_number()
      throws IOException {
    load(file("a.json", LUZ));
    var before = patients.search(desk.actor(), "luz", 8).patients().getFirst();

    var summary = load(file("a.json", LUZ.replace("García", "García Peñaloza")));

    var after = patients.search(desk.actor(), "penaloza", 8).patients().getFirst();
    assertThat(summary.imported()).isEqualTo(1);
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.mrn()).isEqualTo(before.mrn());
    assertThat(desk.countOf("patient")).isEqualTo(1);
  }

  @Test
  void a_resource_that_a_server_only_touched_is_unchanged() throws IOException {
    load(file("a.json", LUZ));

    var touched = LUZ.replace("\"id\":\"luz\"", "\"id\":\"luz\",\"meta\":{\"versionId\":\"9\"}");
    var summary = load(file("a.json", touched));

    assertThat(summary.unchanged()).isEqualTo(1);
    assertThat(summary.imported()).isZero();
  }

  private static String versionOf(String day, String family) {
    return LUZ.replace("García", family)
        .replace(
            "\"id\":\"luz\"",
            "\"id\":\"luz\",\"meta\":{\"lastUpdated\":\"" + day + "T10:00:00.123456789+02:00\"}");
  }

  @Test
  void an_older_version_never_replaces_a_newer_one() throws IOException {
    load(file("new.json", versionOf("2026-03-02", "Peñaloza")));

    var older = load(file("old.json", versionOf("2026-03-01", "García")));
    var same = load(file("new.json", versionOf("2026-03-02", "Peñaloza")));

    assertThat(older.unchanged()).isEqualTo(1);
    assertThat(older.imported()).isZero();
    assertThat(same.unchanged()).isEqualTo(1);
    assertThat(patients.search(desk.actor(), "penaloza", 8).patients()).hasSize(1);
    assertThat(load(file("newer.json", versionOf("2026-03-03", "García"))).imported()).isEqualTo(1);
  }

  @Test
  void a_version_without_another_word_in_it_still_counts_as_the_newest() throws IOException {
    load(file("a.json", versionOf("2026-03-01", "García")));
    load(file("a.json", versionOf("2026-03-03", "García")));

    assertThat(load(file("a.json", versionOf("2026-03-02", "Gomez"))).unchanged()).isEqualTo(1);
    assertThat(load(file("a.json", LUZ.replace("García", "Gomez"))).imported())
        .as("one that does not say when it was written")
        .isEqualTo(1);
  }

  @Test
  void references_inside_a_bundle_are_followed_by_urn_and_by_identifier() throws IOException {
    var summary =
        load(
            file(
                "b.json",
                bundle(
                    at("urn:uuid:11111111-1111-1111-1111-111111111111", LUZ),
                    at(
                        "urn:uuid:2",
                        VISIT.formatted("urn:uuid:11111111-1111-1111-1111-111111111111")),
                    at(
                        "urn:uuid:3",
                        VISIT
                            .replace("\"id\":\"visit\"", "\"id\":\"other\"")
                            .replace("2023-05", "2023-06")
                            .formatted("Patient?identifier=urn:mrn|77")))));

    assertThat(summary.imported()).isEqualTo(3);
    assertThat(visits())
        .containsExactly(
            "García|finished|AMB|General examination of patient|2023-05-27 12:11:10",
            "García|finished|AMB|General examination of patient|2023-06-27 12:11:10");
  }

  @Test
  void an_identifier_that_the_document_does_not_tell_means_nobody_else() throws IOException {
    load(file("a.json", LUZ.replace("\"id\":\"luz\"", "\"id\":\"1001\"")));

    load(file("Encounter.ndjson", line(VISIT.formatted("Patient?identifier=urn:mrn|1001"))));

    assertThat(parked()).containsExactly("Encounter.ndjson|line 1|patient-missing");
    assertThat(visits()).isEmpty();
  }

  @Test
  void a_day_without_a_time_is_that_day_on_every_american_clock() throws IOException {
    load(file("a.json", LUZ.replace("\"id\"", "\"deceasedDateTime\":\"2024-03-03\",\"id\"")));

    var died =
        desk.asks(sql ->
            sql.sql("select deceased_at from patient where organization_id = :organization")
                .param("organization", desk.id())
                .query(OffsetDateTime.class)
                .single());
    for (var zone :
        List.of("Pacific/Pago_Pago", "Pacific/Honolulu", "America/New_York", "Pacific/Guam")) {
      assertThat(died.atZoneSameInstant(ZoneId.of(zone)).toLocalDate()).isEqualTo("2024-03-03");
    }
  }

  @Test
  void two_servers_may_use_the_same_id_for_two_people() throws IOException {
    load(
        file(
            "b.json",
            bundle(
                at("https://one.example.org/fhir/Patient/luz", LUZ),
                at("https://two.example.org/fhir/Patient/luz", LUZ.replace("García", "Gomez")),
                at(
                    "https://two.example.org/fhir/Encounter/visit",
                    VISIT.formatted("https://two.example.org/fhir/Patient/luz")))));

    assertThat(desk.countOf("patient")).isEqualTo(2);
    assertThat(visits()).singleElement().asString().startsWith("Gomez|");
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
  void encounters_that_are_not_over_and_other_kinds_are_counted_apart() throws IOException {
    var summary =
        load(
            file(
                "more.ndjson",
                line(LUZ)
                    + line(VISIT.formatted("Patient/luz").replace("finished", "planned"))
                    + line("{\"resourceType\":\"Observation\",\"id\":\"1\"}")));

    assertThat(summary.imported()).isEqualTo(1);
    assertThat(summary.parked()).isZero();
    assertThat(summary.later())
        .containsExactly(entry("Encounter that is not over", 1L), entry("Observation", 1L));
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

  @Test
  void progress_adds_up_to_the_bytes_of_the_files() {
    var found = fhir.find(List.of(DEMO));
    var done = new long[1];

    fhir.load(desk.actor(), found, FhirImport.UNNAMED_SOURCE, bytes -> done[0] += bytes);

    assertThat(done[0]).isEqualTo(found.bytes()).isPositive();
  }
}
