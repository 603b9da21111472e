package dev.liaison.scheduling;

import static dev.liaison.scheduling.TestCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.Opening.Claim;
import dev.liaison.testing.Cases;
import dev.liaison.testing.TestDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningsTest {
  private final TestCalendar calendar = new TestCalendar();
  private final TestDesk desk = calendar.desk;

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private List<Instant> starts(OpeningQuestion question, int limit) {
    return calendar.scheduling.openings(desk.actor(), question, limit).stream()
        .map(opening -> opening.during().start())
        .toList();
  }

  @Test
  void openings_fit_between_what_is_booked() {
    var okafor = desk.hasPhysician("Okafor");
    var followUp = desk.hasType("Follow-up", "FU", 20);
    calendar.booked(desk.hasPatient("Li", "Bo"), followUp, okafor, "2027-03-01T08:00");
    calendar.booked(desk.hasPatient("Ng", "An"), followUp, okafor, "2027-03-01T08:45");

    var question = OpeningQuestion.of(followUp, day("2027-03-01"), day("2027-03-01"));

    assertThat(starts(question, 3))
        .containsExactly(at("2027-03-01T08:20"), at("2027-03-01T09:05"), at("2027-03-01T09:25"));
  }

  @Test
  void a_question_narrows_by_practitioner_weekday_and_hour() {
    desk.hasPhysician("Okafor");
    var reyes = desk.hasPhysician("Reyes");
    var followUp = desk.hasType("Follow-up", "FU", 20);
    var question =
        OpeningQuestion.of(followUp, day("2027-03-01"), day("2027-03-31"))
            .with(Set.of(reyes))
            .on(Set.of(DayOfWeek.THURSDAY))
            .between(LocalTime.of(14, 0), LocalTime.of(14, 20));

    var openings = calendar.scheduling.openings(desk.actor(), question, 3);

    assertThat(openings).extracting(Opening::practitioner).containsOnly(reyes);
    assertThat(openings)
        .extracting(opening -> opening.during().start())
        .containsExactly(at("2027-03-04T14:00"), at("2027-03-04T14:20"), at("2027-03-11T14:00"));
  }

  @Test
  void around_a_day_the_nearest_comes_first() {
    var okafor = desk.hasPhysicianWithoutHours("Okafor");
    desk.worksDaily(okafor, "08:00", "08:20");
    var followUp = desk.hasType("Follow-up", "FU", 20);
    calendar.booked(desk.hasPatient("Li", "Bo"), followUp, okafor, "2027-03-10T08:00");
    var question =
        OpeningQuestion.of(followUp, day("2027-03-01"), day("2027-03-31"))
            .near(day("2027-03-10"), day("2027-03-01"));

    assertThat(starts(question, 3))
        .containsExactly(at("2027-03-11T08:00"), at("2027-03-09T08:00"), at("2027-03-12T08:00"));
  }

  @Test
  void a_device_that_is_set_up_before_the_visit_must_be_free_for_that_as_well() {
    desk.hasPhysician("Okafor");
    desk.hasDevice("mri-scanner", "MRI 1");
    var mri = desk.hasType("MRI knee", "MRI", 40);
    desk.needs(mri, 1, "mri-scanner", -10, 60);

    var question = OpeningQuestion.of(mri, day("2027-03-01"), day("2027-03-01"));

    assertThat(starts(question, 2)).containsExactly(at("2027-03-01T08:10"), at("2027-03-01T08:50"));
  }

  @Test
  void the_patients_own_appointments_are_stepped_around() {
    var okafor = desk.hasPhysician("Okafor");
    desk.hasPhysician("Reyes");
    var followUp = desk.hasType("Follow-up", "FU", 20);
    var luz = desk.hasPatient("García", "Luz");
    calendar.booked(luz, followUp, okafor, "2027-03-01T08:00");

    var question = OpeningQuestion.of(followUp, day("2027-03-01"), day("2027-03-01")).around(luz);

    assertThat(starts(question, 1)).containsExactly(at("2027-03-01T08:20"));
  }

  @Test
  void a_session_across_the_night_when_the_clocks_change_is_as_long_as_the_night() {
    var okafor = desk.hasPhysicianWithoutHours("Okafor");
    desk.worksDaily(okafor, "00:00", "04:00");
    var hour = desk.hasType("Sleep study", "SLP", 60);
    var spring = OpeningQuestion.of(hour, day("2027-03-14"), day("2027-03-14"));
    var autumn = OpeningQuestion.of(hour, day("2027-11-07"), day("2027-11-07"));
    var plain = OpeningQuestion.of(hour, day("2027-05-05"), day("2027-05-05"));

    assertThat(starts(spring, 9)).hasSize(3);
    assertThat(starts(autumn, 9)).hasSize(5);
    assertThat(starts(plain, 9)).hasSize(4);
  }

  @Test
  void a_type_that_needs_nobody_has_no_openings_and_a_foreign_one_neither() {
    desk.hasPhysician("Okafor");
    var nothing = desk.hasTypeWithoutNeeds("Note", "NT", 20);
    var foreign = TestDesk.open().hasType("Follow-up", "FU", 20);

    assertThat(starts(OpeningQuestion.of(nothing, day("2027-03-01"), day("2027-03-09")), 9))
        .isEmpty();
    assertThat(starts(OpeningQuestion.of(foreign, day("2027-03-01"), day("2027-03-09")), 9))
        .isEmpty();
  }

  @Test
  void openings_are_those_of_a_model_that_looks_at_every_minute() {
    Cases.each(
        25,
        random -> {
          var model = new MinuteModel(random);

          var openings =
              model.calendar.scheduling.openings(model.desk.actor(), model.question, 500);

          assertThat(openings.stream().map(o -> o.during().start()).sorted().toList())
              .isEqualTo(model.starts());
          for (var opening : openings) {
            assertThat(opening.claims()).allMatch(claim -> model.isFree(claim));
          }
        });
  }

  /** One practitioner, up to two devices, some bookings; knows minute by minute who is free. */
  private static class MinuteModel {
    private static final Interval NEVER = Interval.of(Instant.EPOCH, Duration.ofSeconds(1));
    final TestCalendar calendar = new TestCalendar();
    final TestDesk desk = calendar.desk;
    final ResourceId okafor = desk.hasPhysicianWithoutHours("Okafor");
    final List<ResourceId> devices = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();
    final Map<Session, Interval> held = new HashMap<>();
    final int minutes;
    final int setUp;
    final OpeningQuestion question;
    final AppointmentTypeId type;
    final LocalDate day;

    record Session(ResourceId resource, LocalTime from, LocalTime until) {}

    MinuteModel(RandomGenerator random) {
      // Ordinary days and both nights on which the clocks change in Chicago.
      this.day =
          List.of(day("2027-03-14"), day("2027-11-07"), day("2027-06-02")).get(random.nextInt(3));
      this.minutes = 5 * (2 + random.nextInt(8));
      this.setUp = 5 * random.nextInt(4);
      this.type = desk.hasType("Scan", "SCN", minutes);
      desk.needs(type, 1, "scanner", -setUp, setUp + minutes + 5);
      works(okafor, random);
      for (var n = 0; n <= random.nextInt(2); n++) {
        var device = device("Scanner " + n);
        devices.add(device);
        works(device, random);
      }
      calendar.clock.set(at(day + "T00:00").minus(Duration.ofDays(1)));
      this.question = OpeningQuestion.of(type, day, day);
      for (var n = 0; n < 6; n++) {
        book(random, desk.hasPatient("Li", "Bo" + n));
      }
      calendar.clock.set(at(day + "T00:00").plus(Duration.ofMinutes(random.nextInt(240))));
    }

    private ResourceId device(String name) {
      var device = desk.hasDevice("scanner", name);
      desk.asks(jdbc ->
          jdbc.sql("delete from weekly_session where resource_id = :id")
              .param("id", device.value())
              .update());
      return device;
    }

    private void works(ResourceId resource, RandomGenerator random) {
      var from = LocalTime.of(random.nextInt(4), 5 * random.nextInt(12));
      var until = from.plusMinutes(60 + 5L * random.nextInt(60));
      desk.works(resource, day.getDayOfWeek().getValue(), from.toString(), until.toString());
      sessions.add(new Session(resource, from, until));
      if (random.nextBoolean()) {
        var again = until.plusMinutes(5L * random.nextInt(4));
        desk.works(
            resource,
            day.getDayOfWeek().getValue(),
            again.toString(),
            again.plusHours(1).toString());
        sessions.add(new Session(resource, again, again.plusHours(1)));
      }
    }

    private void book(RandomGenerator random, PatientId patient) {
      var free = calendar.scheduling.openings(desk.actor(), question, 50);
      if (free.isEmpty()) {
        return;
      }
      var start = free.get(random.nextInt(free.size())).during().start();
      var request =
          new BookingRequest(
              Ids.next(),
              patient,
              type,
              desk.clinic,
              okafor,
              start,
              BookingRequest.Why.through("phone"),
              null);
      assertThat(calendar.scheduling.book(desk.actor(), request)).isInstanceOf(Booked.class);
    }

    /** Every fifth minute from now on: tried one by one, the next only after the one found. */
    List<Instant> starts() {
      var claimed = claimed();
      var found = new TreeSet<Instant>();
      var from = day.atStartOfDay(TestDesk.ZONE).toInstant();
      var until = day.plusDays(1).atStartOfDay(TestDesk.ZONE).toInstant();
      for (var t = from; t.isBefore(until); t = t.plus(Scheduling.RASTER)) {
        var after = found.isEmpty() ? Instant.MIN : found.last().plus(Duration.ofMinutes(minutes));
        var visit = new Claim(okafor, interval(t, 0, minutes));
        var start = t;
        if (!t.isBefore(calendar.clock.instant())
            && !t.isBefore(after)
            && isFree(visit, claimed)
            && devices.stream()
                .map(d -> new Claim(d, interval(start, -setUp, setUp + minutes + 5)))
                .anyMatch(claim -> isFree(claim, claimed))) {
          found.add(t);
        }
      }
      return List.copyOf(found);
    }

    boolean isFree(Claim claim) {
      return isFree(claim, claimed());
    }

    private boolean isFree(Claim claim, List<Claim> claimed) {
      return minutes(claim)
          .allMatch(minute ->
              sessions.stream()
                      .filter(s -> s.resource().equals(claim.resource()))
                      .anyMatch(s -> holds(s, minute))
                  && claimed.stream()
                      .filter(c -> c.resource().equals(claim.resource()))
                      .noneMatch(c -> c.during().contains(minute)));
    }

    private static Stream<Instant> minutes(Claim claim) {
      return Stream.iterate(
          claim.during().start(),
          minute -> minute.isBefore(claim.during().end()),
          minute -> minute.plus(Duration.ofMinutes(1)));
    }

    // From the first minute that shows the start to the last that shows an earlier time than the
    // end.
    private boolean holds(Session session, Instant minute) {
      return held.computeIfAbsent(session, this::held).contains(minute);
    }

    private Interval held(Session session) {
      var from = day.atStartOfDay(TestDesk.ZONE).toInstant();
      var all = Stream.iterate(from, t -> t.plus(Duration.ofMinutes(1))).limit(26 * 60L).toList();
      var first =
          all.stream()
              .filter(t -> !wall(t).isBefore(day.atTime(session.from())))
              .findFirst()
              .orElseThrow();
      var last =
          all.reversed().stream()
              .filter(t -> wall(t).isBefore(day.atTime(session.until())))
              .findFirst()
              .orElseThrow();
      var end = last.plusSeconds(60);
      return first.isBefore(end) ? new Interval(first, end) : NEVER;
    }

    private static LocalDateTime wall(Instant instant) {
      return instant.atZone(TestDesk.ZONE).toLocalDateTime();
    }

    private static Interval interval(Instant t, int offset, int length) {
      return Interval.of(t.plus(Duration.ofMinutes(offset)), Duration.ofMinutes(length));
    }

    private List<Claim> claimed() {
      return desk.asks(jdbc ->
          jdbc.sql("select resource_id, starts_at, ends_at from booking")
              .query((row, n) ->
                  new Claim(
                      new ResourceId(row.getObject("resource_id", UUID.class)),
                      new Interval(
                          row.getTimestamp("starts_at").toInstant(),
                          row.getTimestamp("ends_at").toInstant())))
              .list());
    }
  }
}
