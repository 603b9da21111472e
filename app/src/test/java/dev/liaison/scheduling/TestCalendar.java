package dev.liaison.scheduling;

import dev.liaison.audit.Audit;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.testing.MovableClock;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** The calendar on the real database, with a clock that stands still and no web around it. */
final class TestCalendar {
  final MovableClock clock = MovableClock.at("2027-03-01T06:00:00Z");
  final TestDesk desk;
  final List<Object> published = new ArrayList<>();
  final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  final Scheduling scheduling;

  TestCalendar() {
    this(TestDatabase.get().dataSource());
  }

  /** The calendar of another database. */
  TestCalendar(DataSource dataSource) {
    var jdbc = TestDatabase.jdbc(dataSource);
    var transactions = TestDatabase.transactions(dataSource);
    var audit = new Audit(jdbc, transactions, JsonMapper.builder().build());
    this.desk = TestDesk.open(jdbc, transactions);
    var appointments = new Appointments(jdbc);
    var claims = new Claims(jdbc);
    var grounds = new Grounds(jdbc);
    var objections = new Objections(beans.getBeanProvider(BookingRule.class));
    var refusals = new Refusals(claims, new Nearest(grounds, clock), transactions);
    var judge = new Judge(grounds, clock);
    this.scheduling =
        new Scheduling(
            new Openings(grounds, clock),
            new Bookings(
                appointments,
                claims,
                judge,
                refusals,
                objections,
                transactions,
                audit,
                this::published,
                clock),
            new Changes(
                appointments, claims, objections, transactions, audit, this::published, clock),
            appointments,
            new Days(jdbc),
            transactions);
  }

  private synchronized void published(Object event) {
    published.add(event);
  }

  /** An instant by the clock on the clinic's wall. */
  static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(TestDesk.ZONE).toInstant();
  }

  BookingRequest request(
      PatientId patient, AppointmentTypeId type, @Nullable ResourceId whom, String wall) {
    return new BookingRequest(
        Ids.next(), patient, type, desk.clinic, whom, at(wall), Why.through("phone"), null);
  }

  AppointmentId booked(
      PatientId patient, AppointmentTypeId type, @Nullable ResourceId whom, String wall) {
    var outcome = scheduling.book(desk.actor(), request(patient, type, whom, wall));
    return ((Booked) outcome).appointment();
  }

  Appointment find(AppointmentId id) {
    return scheduling.find(desk.actor(), id).orElseThrow();
  }
}
