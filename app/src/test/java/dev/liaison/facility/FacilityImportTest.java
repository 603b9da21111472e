package dev.liaison.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.liaison.facility.AppointmentType.Need;
import dev.liaison.facility.FacilityImportOutcome.Imported;
import dev.liaison.facility.FacilityImportOutcome.Refused;
import dev.liaison.facility.Resource.Category;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacilityImportTest {
  private static final LocalDate FROM = LocalDate.of(2026, 11, 2);
  private static final LocalDate UNTIL = LocalDate.of(2027, 5, 30);

  private final TestDatabase database = TestDatabase.get();
  private final FacilityImport imports = imports(database);
  private final Facility facility =
      new Facility(
          new FacilityRows(database.jdbc()),
          new WeeklySessions(database.jdbc(), new EntryJson()),
          database.transactions(),
          database.audit());
  private final TestDesk desk = TestDesk.open();

  @TempDir Path folder;

  @Test
  void the_demos_facility_can_be_read_back_as_it_was_written() throws IOException {
    assertThat(load(demo())).isEqualTo(new Imported(67, 0));

    assertThat(facility.locations(desk.actor()))
        .extracting(Location::name, Location::zone)
        .contains(tuple("Juniper Flats Clinic", ZoneId.of("America/Chicago")));
    assertThat(facility.resources(desk.actor()))
        .filteredOn(r -> r.category() == Category.PRACTITIONER)
        .extracting(Resource::name)
        .startsWith("Dr. Okafor", "Dr. Lindqvist")
        .contains("Whitecloud, NP")
        .hasSize(12);
    var mri = type("MRI");
    assertThat(mri.length()).isEqualTo(Duration.ofMinutes(45));
    assertThat(mri.needs())
        .containsExactly(
            new Need("mri-scanner", Duration.ofMinutes(-5), Duration.ofMinutes(60)),
            new Need("mri-technologist", Duration.ofMinutes(-5), Duration.ofMinutes(60)));
    assertThat(facility.findAppointmentType(desk.actor(), mri.id())).contains(mri);
  }

  @Test
  void a_practitioners_week_has_its_sessions_types_and_the_name_of_what_follows()
      throws IOException {
    load(demo());

    var wednesday =
        facility
            .sessions(desk.actor(), List.of(resource("Dr. Marchetti").id()), FROM, UNTIL)
            .stream()
            .filter(session -> session.day() == DayOfWeek.WEDNESDAY)
            .toList();

    assertThat(wednesday)
        .extracting(WeeklySession::starts)
        .containsExactly(LocalTime.of(8, 0), LocalTime.of(12, 50), LocalTime.of(16, 0));
    assertThat(wednesday)
        .extracting(WeeklySession::thenName)
        .containsExactly("Lunch", "Staff meeting", null);
    assertThat(wednesday.getFirst().types()).hasSize(7).contains(type("WCC").id());
    assertThat(wednesday.getFirst().validUntil()).isEqualTo(UNTIL);
  }

  @Test
  void sessions_outside_of_the_asked_dates_are_left_out() throws IOException {
    load(demo());
    var okafor = List.of(resource("Dr. Okafor").id());

    assertThat(facility.sessions(desk.actor(), okafor, UNTIL, UNTIL.plusDays(9))).isNotEmpty();
    assertThat(facility.sessions(desk.actor(), okafor, UNTIL.plusDays(1), UNTIL.plusDays(9)))
        .isEmpty();
    assertThat(facility.sessions(desk.actor(), List.of(), FROM, UNTIL)).isEmpty();
  }

  @Test
  void the_practitioners_of_a_place_are_those_who_work_there() throws IOException {
    load(demo());
    var imaging =
        facility.locations(desk.actor()).stream()
            .filter(l -> l.name().equals("Pinnacle Hospital Imaging"))
            .findFirst()
            .orElseThrow();

    assertThat(facility.practitioners(desk.actor(), imaging.id(), FROM, UNTIL))
        .extracting(Resource::family)
        .containsExactly("Abramson", "Mwangi", "Kowalczyk", "Ferreira", "El-Sayed");
    assertThat(facility.findLocation(desk.actor(), imaging.id())).contains(imaging);
  }

  @Test
  void the_same_file_read_twice_changes_nothing() throws IOException {
    load(demo());

    assertThat(load(demo())).isEqualTo(new Imported(0, 67));

    assertThat(desk.countOf("audit_event")).isEqualTo(1);
  }

  @Test
  void only_what_differs_counts_as_imported() throws IOException {
    load(demo());

    var changed =
        demo()
            .replace("name: Follow-up\n", "name: Return visit\n")
            .replace("given: Signe", "given: Sigrid")
            .replace("{days: [mon, wed], starts: 8:00", "{days: [mon, wed], starts: 8:30")
            .replace(
                "        after: 15\n  - key: diabetes", "        after: 20\n  - key: diabetes");
    assertThat(load(changed)).isEqualTo(new Imported(4, 63));

    assertThat(type("FU").name()).isEqualTo("Return visit");
    assertThat(type("PRC").needs().getLast().busy()).isEqualTo(Duration.ofMinutes(70));
  }

  @Test
  void a_need_that_is_taken_out_is_gone() throws IOException {
    load(demo());

    load(
        demo().replace("      - kind: procedure-room\n        before: 5\n        after: 10\n", ""));

    assertThat(type("WND").needs()).hasSize(1);
  }

  @Test
  void two_who_swap_their_npi_and_two_types_that_swap_their_code_are_taken_over()
      throws IOException {
    load(demo());

    var swapped =
        swap(swap(demo(), "npi: 1000000012", "npi: 1000000020"), "code: FU\n", "code: AC\n");

    assertThat(load(swapped)).isEqualTo(new Imported(4, 63));
    assertThat(type("AC").name()).isEqualTo("Follow-up");
  }

  @Test
  void an_npi_of_someone_whom_the_file_does_not_name_is_a_fault() throws IOException {
    load(demo());

    var renamed =
        demo().replace("key: okafor", "key: dr-okafor").replace("[okafor,", "[dr-okafor,");

    assertThat(load(renamed))
        .isEqualTo(
            new Refused(
                List.of(
                    new FileFault(
                        28,
                        "practitioners[dr-okafor].npi",
                        "1000000012 belongs to okafor, which this file does not name; keep its key, or give another.")),
                67));
  }

  @Test
  void a_key_never_changes_from_a_room_to_a_device() throws IOException {
    load(demo());

    var changed =
        demo()
            .replace("  - {key: room-8, name: Room 8, kind: exam-room, location: clinic}\n", "")
            .replace(
                "devices:\n",
                "devices:\n  - {key: room-8, name: ECG, kind: ecg, location: clinic}\n");

    assertThat(load(changed))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.faults().getFirst().says())
                    .isEqualTo(
                        "room-8 is the key of a room already; a device needs one of its own."));
  }

  @Test
  void a_file_with_one_fault_changes_nothing() throws IOException {
    load(demo());

    var outcome = load(demo().replace("Follow-up", "Return").replace("1000000012", "1000000013"));

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(type("FU").name()).isEqualTo("Follow-up");
  }

  @Test
  void what_a_file_no_longer_names_stays() throws IOException {
    load(demo());

    var outcome =
        load(
            demo()
                .replace(
                    "  - {key: room-8, name: Room 8, kind: exam-room, location: clinic}\n", ""));

    assertThat(outcome).isInstanceOf(Imported.class);
    assertThat(resource("Room 8").category()).isEqualTo(Category.ROOM);
  }

  @Test
  void another_organization_sees_nothing_of_it() throws IOException {
    load(demo());
    var other = TestDesk.open();

    assertThat(facility.resources(other.actor())).isEmpty();
    assertThat(facility.findAppointmentType(other.actor(), type("MRI").id())).isEmpty();
    assertThat(facility.sessions(other.actor(), List.of(resource("MRI 1").id()), FROM, UNTIL))
        .isEmpty();
  }

  @Test
  void templates_can_begin_in_another_week() throws IOException {
    imports.loadBeginning(
        desk.actor(), demo().getBytes(StandardCharsets.UTF_8), LocalDate.of(2031, 1, 1));

    var session =
        facility
            .sessions(
                desk.actor(),
                List.of(resource("Dr. Okafor").id()),
                LocalDate.of(2031, 1, 1),
                LocalDate.of(2031, 1, 1))
            .getFirst();

    assertThat(session.validFrom()).isEqualTo(LocalDate.of(2030, 12, 30));
  }

  @Test
  void a_place_can_open_for_once_but_nobody_works_twice_at_a_time() throws IOException {
    load(demo());
    var okafor = resource("Dr. Okafor").id();
    var saturday = LocalDate.of(2026, 11, 28);
    var once = extra(okafor, saturday, "09:00", "12:00");

    assertThat(
            facility.open(desk.actor(), List.of(once, extra(okafor, saturday, "11:00", "13:00"))))
        .isEqualTo(1);

    assertThat(facility.sessions(desk.actor(), List.of(okafor), saturday, saturday))
        .contains(once)
        .filteredOn(s -> s.heldOn(saturday))
        .hasSize(1);
  }

  private WeeklySession extra(ResourceId resource, LocalDate day, String starts, String ends) {
    return new WeeklySession(
        resource,
        desk.clinic,
        day.getDayOfWeek(),
        LocalTime.parse(starts),
        LocalTime.parse(ends),
        day,
        day,
        "Closed",
        Set.of(type("AC").id()));
  }

  @Test
  void on_the_nights_when_clocks_change_a_session_keeps_its_wall_time() throws IOException {
    load(demo());
    var zone = ZoneId.of("America/Chicago");
    var night =
        new WeeklySession(
            resource("MRI 1").id(),
            desk.clinic,
            DayOfWeek.SUNDAY,
            LocalTime.of(1, 0),
            LocalTime.of(4, 0),
            FROM,
            UNTIL,
            null,
            Set.of());

    var spring = night.on(LocalDate.of(2027, 3, 14), zone).orElseThrow();

    assertThat(spring.length()).isEqualTo(Duration.ofHours(2));
    assertThat(spring.end()).isEqualTo(Instant.parse("2027-03-14T09:00:00Z"));
    assertThat(night.on(LocalDate.of(2027, 3, 15), zone)).isEmpty();
  }

  private FacilityImportOutcome load(String text) throws IOException {
    return imports.load(desk.actor(), Files.writeString(folder.resolve("facility.yaml"), text));
  }

  private Resource resource(String name) {
    return facility.resources(desk.actor()).stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private AppointmentType type(String code) {
    return facility.appointmentTypes(desk.actor()).stream()
        .filter(t -> t.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String demo() throws IOException {
    return new String(FacilityFileTest.demo(), StandardCharsets.UTF_8);
  }

  private static String swap(String text, String one, String other) {
    return text.replace(one, "\0").replace(other, one).replace("\0", other);
  }

  static FacilityImport imports(TestDatabase database) {
    var json = new EntryJson();
    return new FacilityImport(
        new FacilityEntries(database.jdbc(), json),
        new WeeklySessions(database.jdbc(), json),
        new TakenKeys(database.jdbc()),
        database.transactions(),
        database.audit());
  }
}
