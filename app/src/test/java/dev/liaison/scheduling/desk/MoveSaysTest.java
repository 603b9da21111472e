package dev.liaison.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.identity.Caller;
import dev.liaison.platform.Ids;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of a move while its time is typed. */
class MoveSaysTest extends SpringTest {
  private final LocalDate day = LocalDate.now(TestDesk.ZONE).plusDays(1);
  @Autowired private Scheduling scheduling;
  private Caller browser;
  private AppointmentId visit;

  @BeforeEach
  void open() {
    var desk = openDesk();
    var okafor = desk.hasPhysician("Okafor");
    var followUp = desk.hasType("Follow-up", "FU", 20);
    var luz = desk.hasPatient("García Peñaloza", "Luz");
    var start = day.atTime(10, 0).atZone(TestDesk.ZONE).toInstant();
    var request =
        new BookingRequest(
            Ids.next(), luz, followUp, desk.clinic, okafor, start, Why.through("phone"), null);
    visit = ((Booked) scheduling.book(desk.actor(), request)).appointment();
    browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
  }

  @Test
  void the_full_date_the_weekday_the_time_and_the_practitioner_are_said_back() {
    var next = day.plusDays(3);
    var typed = next.getMonthValue() + "/" + next.getDayOfMonth() + " 1130";

    assertThat(says(typed)).isEqualTo(said(next) + ", 11:30 am, Dr. Okafor");
    assertThat(says("+2d")).isEqualTo(said(day.plusDays(1)) + ", 10:00 am, Dr. Okafor");
  }

  @Test
  void what_is_not_understood_is_named_and_nothing_names_the_patient() {
    assertThat(says("wed xyzzy")).contains("“xyzzy” is not a day or a time").doesNotContain("Luz");
    assertThat(says("wed am")).contains("half a day");
  }

  private String said(LocalDate date) {
    return Spoken.day(date, day.minusDays(1));
  }

  private String says(String when) {
    var address = "/appointments/" + visit.value() + "/move/says";
    return browser.postByScript(address, Map.of("when", when)).body();
  }
}
