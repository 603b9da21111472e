package dev.liaison.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an import reads, whose it is, and what a second one changes. */
class FhirImportTest extends FhirFiles {
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
  void progress_adds_up_to_the_bytes_of_the_files() {
    var found = fhir.find(List.of(DEMO));
    var done = new long[1];

    fhir.load(desk.actor(), found, FhirImport.UNNAMED_SOURCE, bytes -> done[0] += bytes);

    assertThat(done[0]).isEqualTo(found.bytes()).isPositive();
  }
}
