package dev.liaison.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.testing.Cases;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold whatever several desks do at once. */
class CalendarPropertyTest {
  // Without the keys, and only then, these find rows: TemporalKeyTest takes them away.
  static final String OVERLAPS =
      """
      select (
          select count(*)
          from booking a
          join booking b
              on b.organization_id = a.organization_id
              and b.resource_id = a.resource_id
              and b.appointment_id > a.appointment_id
              and b.lane = a.lane
              and b.during && a.during) + (
          select count(*)
          from patient_time a
          join patient_time b
              on b.organization_id = a.organization_id
              and b.patient_id = a.patient_id
              and b.appointment_id > a.appointment_id
              and b.lane = a.lane
              and b.during && a.during)
      """;

  private static final String CLAIMS_OF_EACH =
      """
      select count(*)
      from appointment a
      left join (
          select organization_id, appointment_type_id, count(*) as wanted
          from appointment_type_need
          group by organization_id, appointment_type_id) n
          on n.organization_id = a.organization_id
          and n.appointment_type_id = a.appointment_type_id
      left join (
          select organization_id, appointment_id, count(*) as held
          from booking
          group by organization_id, appointment_id) b
          on b.organization_id = a.organization_id
          and b.appointment_id = a.id
      left join patient_time p
          on p.organization_id = a.organization_id
          and p.appointment_id = a.id
          and p.during = a.during
      where coalesce(b.held, 0) <> case when a.status = 'booked' then n.wanted else 0 end
          or (p.appointment_id is null) = (a.status = 'booked')
      """;

  @Test
  void no_sequence_of_bookings_moves_and_cancellations_at_once_ever_overlaps() {
    Cases.each(
        12,
        random -> {
          var facility = new Facility(random);

          Together.run(
              IntStream.range(0, 6)
                  .mapToObj(n -> new SplittableRandom(random.nextLong()))
                  .<Callable<Boolean>>map(own -> () -> facility.works(own, 12))
                  .toList());

          assertThat(facility.count(OVERLAPS)).isZero();
          assertThat(facility.count(CLAIMS_OF_EACH)).isZero();
          assertThat(facility.made).isNotEmpty();
        });
  }

  /** A small facility whose resources are fewer than what six desks want of them. */
  private static class Facility {
    final TestCalendar calendar = new TestCalendar();
    final TestDesk desk = calendar.desk;
    final Queue<AppointmentId> made = new ConcurrentLinkedQueue<>();
    final List<ResourceId> physicians = new ArrayList<>();
    final List<PatientId> patients = new ArrayList<>();
    final List<AppointmentTypeId> types = new ArrayList<>();

    Facility(RandomGenerator random) {
      for (var n = 0; n < 3; n++) {
        physicians.add(desk.hasPhysician("Doctor" + n));
        patients.add(desk.hasPatient("Li", "Bo" + n));
        patients.add(desk.hasPatient("Ng", "An" + n));
      }
      desk.hasDevice("ultrasound", "Ultrasound 1");
      desk.hasDevice("ultrasound", "Ultrasound 2");
      types.add(desk.hasType("Follow-up", "FU", 20));
      var scan = desk.hasType("Scan", "US", 30);
      desk.needs(scan, 1, "ultrasound", -5 * random.nextInt(3), 45);
      types.add(scan);
    }

    boolean works(RandomGenerator random, int acts) {
      var actor = desk.actor();
      for (var n = 0; n < acts; n++) {
        var known = new ArrayList<>(made);
        if (known.isEmpty() || random.nextInt(10) < 5) {
          book(random, actor);
        } else {
          change(random, actor, known.get(random.nextInt(known.size())));
        }
      }
      return true;
    }

    private void book(RandomGenerator random, Actor actor) {
      var request =
          calendar.request(
              any(random, patients),
              any(random, types),
              random.nextBoolean() ? any(random, physicians) : null,
              wall(random));
      if (calendar.scheduling.book(actor, request) instanceof Booked(var id)) {
        made.add(id);
      }
    }

    private void change(RandomGenerator random, Actor actor, AppointmentId id) {
      var version = calendar.find(id).version();
      switch (random.nextInt(4)) {
        case 0 -> calendar.scheduling.cancel(actor, id, version, "Patient asked");
        case 1 -> calendar.scheduling.rebook(actor, id, version);
        default ->
            calendar.scheduling.move(
                actor,
                new MoveRequest(
                    id,
                    version,
                    TestCalendar.at(wall(random)),
                    random.nextBoolean() ? any(random, physicians) : null));
      }
    }

    // Two hours of one morning: everybody is in everybody's way.
    private static String wall(RandomGenerator random) {
      var minutes = Duration.ofMinutes(9 * 60 + 5L * random.nextInt(24));
      return "2027-03-01T%02d:%02d".formatted(minutes.toHours(), minutes.toMinutesPart());
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    long count(String sql) {
      return desk.asks(jdbc -> jdbc.sql(sql).query(Long.class).single());
    }
  }
}
