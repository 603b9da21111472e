package dev.liaison.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.LocationId;
import dev.liaison.facility.ResourceId;
import dev.liaison.identity.Caller;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Find an opening at a place where the clocks show something else than at the desk. */
class OpeningsOfAPlaceTest extends SpringTest {
  private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");

  private final LocalDate yesterday = LocalDate.now(TestDesk.ZONE).minusDays(1);
  private TestDesk desk;
  private LocationId imaging;
  private ResourceId okafor;
  private AppointmentTypeId followUp;
  private PatientId luz;
  private Caller browser;

  @BeforeEach
  void open() {
    desk = openDesk();
    imaging = desk.hasLocation("imaging", "Juniper Imaging", HONOLULU);
    okafor = desk.hasPhysician("Okafor");
    followUp = desk.hasType("Follow-up", "FU", 20);
    luz = desk.hasPatient("García", "Luz");
    browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
  }

  @Test
  void what_took_place_is_entered_at_the_place_typed_by_the_clock_there() {
    var page = asked("fu okafor imaging yesterday 9a");

    assertThat(page).contains("It can still be entered").contains("Dr. Okafor · Juniper Imaging");
    assertThat(page).contains(choice(imaging, okafor, HONOLULU));
  }

  @Test
  void without_a_place_it_is_entered_at_the_desks() {
    assertThat(asked("fu okafor yesterday 9a"))
        .contains(choice(desk.clinic, okafor, TestDesk.ZONE))
        .contains("id=\"book\"><button");
  }

  @Test
  void of_two_people_with_one_family_name_none_is_taken_unasked() {
    var other = desk.hasPhysician("Okafor");

    var page = asked("fu okafor yesterday 9a");

    assertThat(page)
        .contains("Choose the one to enter")
        .contains(choice(desk.clinic, okafor, TestDesk.ZONE))
        .contains(choice(desk.clinic, other, TestDesk.ZONE))
        .doesNotContain("id=\"book\"><button");
  }

  @Test
  void a_refusal_tells_the_time_of_the_place_as_its_row_did() {
    var opening = choice(imaging, okafor, HONOLULU).replace("downtime", "");

    var answer =
        browser.post(
            "/appointments",
            Map.of(
                "patient",
                luz.value().toString(),
                "request",
                Ids.next().toString(),
                "opening",
                opening));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).containsPattern("9:00 am H\\w+ on .* is past");
  }

  private String asked(String words) {
    return browser.post("/patients/" + luz.value() + "/openings", Map.of("words", words)).body();
  }

  private String choice(LocationId place, ResourceId whom, ZoneId zone) {
    return new Choice(followUp, place, whom, nine(zone), true).write();
  }

  private Instant nine(ZoneId zone) {
    return yesterday.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
  }
}
