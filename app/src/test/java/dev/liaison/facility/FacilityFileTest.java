package dev.liaison.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacilityFileTest {
  private static final String GOOD =
      """
      locations:
        - key: clinic
          name: Clinic
          zone: America/Chicago
      practitioners:
        - key: okafor
          prefix: Dr.
          given: Ada
          family: Okafor
          npi: 1000000012
          kind: clinician
      rooms:
        - {key: room-1, name: Room 1, kind: procedure-room, location: clinic}
      appointment-types:
        - key: follow-up
          name: Follow-up
          code: FU
          family: blue
          minutes: 20
          needs:
            - kind: clinician
            - {kind: procedure-room, before: 10, after: 15}
      templates:
        - resources: [okafor]
          location: clinic
          from: 2026-11-02
          until: 2027-05-02
          sessions:
            - {days: [mon, tuesday], starts: 8:00, ends: 12:00, then: Lunch}
      """;

  @Test
  void the_demos_own_file_has_no_fault() throws IOException {
    var reading = FacilityFileReader.read(demo());

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.file().organization()).isEqualTo("Juniper Flats");
    assertThat(reading.file().locations()).hasSize(2);
    assertThat(reading.file().resources()).filteredOn(r -> r.person() != null).hasSize(12);
    assertThat(reading.file().types()).hasSize(20);
  }

  @Test
  void a_session_stands_for_each_weekday_and_a_need_counts_its_buffers() {
    var file = FacilityFileReader.read(bytes(GOOD)).file();

    assertThat(file.sessions())
        .extracting(s -> s.day())
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
    assertThat(file.sessions().getFirst().ends()).isEqualTo(LocalTime.NOON);
    var room = file.types().getFirst().needs().getLast();
    assertThat(room.offsetMinutes()).isEqualTo(-10);
    assertThat(room.busyMinutes()).isEqualTo(45);
    assertThat(file.resources().getFirst().name()).isEqualTo("Dr. Okafor");
  }

  @Test
  void moved_templates_keep_their_weekdays_and_their_length() {
    var file = FacilityFileReader.read(bytes(GOOD)).file();

    var moved = file.beginningIn(LocalDate.of(2027, 3, 18)).sessions().getFirst();

    assertThat(moved.from()).isEqualTo(LocalDate.of(2027, 3, 15));
    assertThat(moved.until()).isEqualTo(LocalDate.of(2027, 9, 12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zone: America/Chicago|zone: CST|line 4, locations[clinic].zone: CST is not a time zone by place",
        "zone: America/Chicago|zone: America/Chicgo|is it America/Chicago?",
        "zone: America/Chicago|zone: America/Chicago#|line 4",
        "name: Clinic|nmae: Clinic|line 3, locations[clinic].nmae: This field is not known here; is it name?",
        "name: Clinic|nmae: Clinic|line 2, locations[clinic].name: This field is missing.",
        "npi: 1000000012|npi: 1000000013|line 10, practitioners[okafor].npi: 1000000013 fails its check digit",
        "npi: 1000000012|npi: 12345|line 10, practitioners[okafor].npi: 12345 is not an NPI",
        "kind: clinician|kind: clinican|line 11, practitioners[okafor].kind: clinican is not known; is it clinician?",
        "kind: procedure-room, location|kind: exam-room, location|No resource of this file is a procedure-room.",
        "location: clinic}|location: clinics}|line 13, rooms[room-1].location: No location of this file has the key clinics; is it clinic?",
        "key: room-1|key: okafor|line 13, rooms[okafor].key: okafor stands already in line 6.",
        "key: room-1|key: Room 1|is not a key",
        "code: FU|code: follow|line 17, appointment-types[follow-up].code: follow is not a code",
        "family: blue|family: pink|line 18, appointment-types[follow-up].family: pink is not known",
        "minutes: 20|minutes: 20 min|line 19, appointment-types[follow-up].minutes: 20 min is not a whole number from 5 to 720.",
        "minutes: 20|minutes: 22|22 is not a multiple of five minutes.",
        "resources: [okafor]|resources: [okafr]|No resource of this file has the key okafr; is it okafor?",
        "from: 2026-11-02|from: 2026-02-30|line 26, templates[1].from: 2026-02-30 is not a day of the calendar",
        "until: 2027-05-02|until: 2026-05-02|line 27, templates[1].until: 2026-05-02 lies before 2026-11-02.",
        "mon, tuesday|mon, tosday|line 29, templates[1].sessions[1].days: tosday is not a weekday",
        "ends: 12:00|ends: 25:00|line 29, templates[1].sessions[1].ends: 25:00 is not a time of day",
        "ends: 12:00|ends: 07:00|line 29, templates[1].sessions[1].ends: 07:00 is not after 08:00.",
        "key: clinic|key: &a clinic|line 2: Anchors (&) and aliases (*) are not read",
        "name: Clinic|name: !!java.net.URL Clinic|line 3: This is not YAML: Global tag is not allowed",
        "name: Clinic|name: !secret Clinic|line 3, locations[clinic].name: Tags (!) are not read",
        "name: Clinic|name: [Clinic]|line 3, locations[clinic].name: This field holds one value",
        "name: Clinic|`name: Clinic\n    name: Other`|line 4, locations[clinic].name: This field stands here twice.",
        "rooms:|rooms: [|This is not YAML",
        "locations:|places:|A facility has at least one location.",
      })
  void a_slip_is_told_with_its_line_and_field(String right, String wrong, String says) {
    var faults =
        FacilityFileReader.read(
                bytes(GOOD.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
            .faults();

    assertThat(faults).extracting(FileFault::toString).anyMatch(fault -> fault.contains(says));
  }

  @Test
  void all_faults_are_told_at_once() {
    var wrong =
        GOOD.replace("America/Chicago", "Chicago")
            .replace("1000000012", "1000000013")
            .replace("blue", "pink");

    assertThat(FacilityFileReader.read(bytes(wrong)).faults()).hasSize(3);
  }

  @Test
  void sessions_of_one_resource_never_overlap() {
    var twice = GOOD + "      - {days: [tue, wed], starts: 11:00, ends: 13:00}\n";

    assertThat(FacilityFileReader.read(bytes(twice)).faults())
        .extracting(FileFault::toString)
        .containsExactly(
            "line 30, templates[1].sessions[2]: okafor works already at that time, by line 29.");
  }

  @Test
  void a_room_works_only_where_it_stands() {
    var moved =
        GOOD.replace(
                "practitioners:",
                "  - {key: annex, name: Annex, zone: America/Denver}\npractitioners:")
            .replace("[okafor]\n    location: clinic", "[room-1]\n    location: annex");

    assertThat(FacilityFileReader.read(bytes(moved)).faults())
        .extracting(FileFault::says)
        .containsExactly("room-1 stands at clinic, not at annex.");
  }

  @Test
  void what_is_no_text_too_large_or_too_deep_is_refused_and_never_read() {
    assertThat(FacilityFileReader.read(new byte[] {(byte) 0xff, (byte) 0xfe}).faults()).hasSize(1);
    assertThat(FacilityFileReader.read(new byte[(1 << 20) + 1]).faults()).hasSize(1);
    assertThat(FacilityFileReader.read(bytes("a: " + "[".repeat(5000))).faults()).hasSize(1);
    assertThat(FacilityFileReader.read(new byte[0]).faults()).hasSize(1);
    assertThat(FacilityFileReader.read(bytes("- a\n- b\n")).faults()).hasSize(1);
    assertThat(FacilityFileReader.read(bytes("a: 1\n---\nb: 2\n")).faults()).hasSize(1);
  }

  @Test
  void an_npi_carries_its_own_check() {
    assertThat(List.of("1234567893", "1000000012", "2999999998").stream().filter(Npi::checks))
        .contains("1234567893", "1000000012");
    assertThat(Npi.checks("1234567890")).isFalse();
    assertThat(Npi.checks("1234567983")).isFalse();
  }

  @Test
  void the_documentations_example_has_no_fault_and_its_kinds_are_all_of_them() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "reference", "facility-file.md"));
    var example = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n\n## Fields"));

    assertThat(FacilityFileReader.read(bytes(example)).faults()).isEmpty();
    var kinds = page.substring(page.indexOf("## Kinds"));
    assertThat(ResourceKind.codes()).allMatch(kind -> kinds.contains("`" + kind + "`"));
  }

  static byte[] demo() throws IOException {
    try (var file = FacilityFileTest.class.getResourceAsStream("/demo/facility.yaml")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
