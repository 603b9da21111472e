package dev.liaison.scheduling.desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic with two physicians and one patient, whose day tomorrow is empty. */
abstract class TomorrowsSchedule extends BrowserTest {
  @Autowired Scheduling scheduling;

  // Tomorrow, so that no hour of the test's run is past.
  final LocalDate day = LocalDate.now(TestDesk.ZONE).plusDays(1);
  TestDesk desk;
  ResourceId okafor;
  ResourceId reyes;
  AppointmentTypeId followUp;
  PatientId luz;

  @BeforeEach
  void open() {
    desk = openDesk();
    okafor = desk.hasPhysician("Okafor");
    reyes = desk.hasPhysician("Reyes");
    followUp = desk.hasType("Follow-up", "FU", 20);
    desk.hasType("New patient", "NEW", 40);
    luz = desk.hasPatient("García Peñaloza", "Luz");
  }

  Instant at(String time) {
    return day.atTime(LocalTime.parse(time)).atZone(TestDesk.ZONE).toInstant();
  }

  AppointmentId booked(PatientId patient, ResourceId whom, String time) {
    return booked(desk.coordinator, patient, whom, time);
  }

  AppointmentId booked(TestDesk.User by, PatientId patient, ResourceId whom, String time) {
    var request =
        new BookingRequest(
            Ids.next(), patient, followUp, desk.clinic, whom, at(time), Why.through("phone"), null);
    return ((Booked) scheduling.book(by.actor(), request)).appointment();
  }

  Appointment find(AppointmentId id) {
    return scheduling.find(desk.actor(), id).orElseThrow();
  }

  List<Appointment> ofLuz() {
    return scheduling.ofPatient(desk.actor(), luz, 9);
  }

  Page schedule() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/schedule?date=" + day));
    return page;
  }

  static Locator block(Page page, AppointmentId id) {
    return page.locator("#a-" + id.value());
  }

  String tomorrow() {
    return day.getMonthValue() + "/" + day.getDayOfMonth();
  }
}
