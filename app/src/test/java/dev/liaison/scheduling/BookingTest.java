package dev.liaison.scheduling;

import static dev.liaison.scheduling.TestCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingOutcome.Changed;
import dev.liaison.scheduling.BookingOutcome.InThePast;
import dev.liaison.scheduling.BookingOutcome.OutsideTemplate;
import dev.liaison.scheduling.BookingOutcome.PatientConflict;
import dev.liaison.scheduling.BookingOutcome.SlotTaken;
import dev.liaison.scheduling.BookingOutcome.Unknown;
import dev.liaison.scheduling.BookingRequest.Past;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookingTest {
  private final TestCalendar calendar = new TestCalendar();
  private final TestDesk desk = calendar.desk;
  private final Scheduling scheduling = calendar.scheduling;
  private final ResourceId okafor = desk.hasPhysician("Okafor");
  private final AppointmentTypeId followUp = desk.hasType("Follow-up", "FU", 20);
  private final PatientId luz = desk.hasPatient("García", "Luz");

  @Test
  void a_booking_keeps_its_why_the_wall_time_told_and_an_audit_event() {
    var request =
        new BookingRequest(
            Ids.next(),
            luz,
            followUp,
            desk.clinic,
            okafor,
            at("2027-03-01T10:00"),
            new Why("Knee pain", "Brings MRI disc", "proxy", "phone", "Dr. Reyes"),
            null);

    var outcome = scheduling.book(desk.actor(), request);

    var kept = calendar.find(((Booked) outcome).appointment());
    assertThat(kept.why()).isEqualTo(request.why());
    assertThat(kept.told()).isEqualTo(LocalDateTime.parse("2027-03-01T10:00"));
    assertThat(kept.zone()).isEqualTo(TestDesk.ZONE);
    assertThat(kept.practitioner()).isEqualTo(okafor);
    assertThat(kept.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(kept.lastChange().name()).isEqualTo("Rosa Delgado");
    assertThat(desk.countOf("audit_event_patient")).isEqualTo(1);
    assertThat(calendar.published)
        .containsExactly(
            new AppointmentChanged(
                desk.organization, kept.id(), desk.clinic, AppointmentChanged.Kind.BOOKED));
  }

  @Test
  void of_sixty_four_desks_that_want_one_opening_one_books_and_all_others_get_alternatives() {
    var requests =
        IntStream.range(0, 64)
            .mapToObj(n -> desk.hasPatient("Patient" + n, "Ada"))
            .map(patient -> calendar.request(patient, followUp, okafor, "2027-03-01T10:00"))
            .toList();

    var outcomes =
        Together.run(
            requests.stream()
                .map(request ->
                    (Callable<BookingOutcome>) () -> scheduling.book(desk.actor(), request))
                .toList());

    assertThat(outcomes).filteredOn(o -> o instanceof Booked).hasSize(1);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof SlotTaken taken && taken.alternatives().size() == 4)
        .hasSize(63);
    assertThat(desk.countOf("booking")).isEqualTo(1);
    assertThat(desk.countOf("appointment")).isEqualTo(1);
    assertThat(desk.countOf("patient_time")).isEqualTo(1);
  }

  @Test
  void who_lost_a_slot_learns_who_has_it_and_what_is_nearest() {
    var lindqvist = desk.hasPhysician("Lindqvist");
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
    scheduling.book(
        sam.actor(),
        calendar.request(desk.hasPatient("Li", "Bo"), followUp, okafor, "2027-03-01T10:00"));

    var outcome =
        scheduling.book(desk.actor(), calendar.request(luz, followUp, okafor, "2027-03-01T10:00"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SlotTaken.class,
            taken -> {
              assertThat(taken.taker())
                  .extracting("name", "resource")
                  .containsExactly("Sam Ortiz", okafor);
              assertThat(taken.alternatives())
                  .extracting(Opening::practitioner, o -> o.during().start())
                  .containsExactly(
                      tuple(okafor, at("2027-03-01T09:40")),
                      tuple(okafor, at("2027-03-01T10:20")),
                      tuple(lindqvist, at("2027-03-01T10:00")),
                      tuple(lindqvist, at("2027-03-01T09:55")));
            });
  }

  @Test
  void a_form_sent_again_after_its_appointment_was_cancelled_is_not_said_to_be_booked() {
    var request = calendar.request(luz, followUp, okafor, "2027-03-01T10:00");
    var id = ((Booked) scheduling.book(desk.actor(), request)).appointment();
    scheduling.cancel(desk.actor(), id, 1, "Patient asked");

    var outcome = scheduling.book(desk.actor(), request);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Changed.class,
            changed -> assertThat(changed.now().status()).isEqualTo(AppointmentStatus.CANCELLED));
    assertThat(desk.countOf("booking")).isZero();
  }

  @Test
  void the_same_form_sent_twice_at_once_is_one_appointment() {
    var request = calendar.request(luz, followUp, okafor, "2027-03-01T10:00");

    var outcomes = Together.run(8, () -> scheduling.book(desk.actor(), request));
    var later = scheduling.book(desk.actor(), request);

    assertThat(outcomes).allMatch(outcome -> outcome.equals(later)).contains(later);
    assertThat(later).isInstanceOf(Booked.class);
    assertThat(desk.countOf("appointment")).isEqualTo(1);
  }

  @Test
  void a_patient_is_never_expected_in_two_places_at_once() {
    var lindqvist = desk.hasPhysician("Lindqvist");
    var first = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");

    var outcome =
        scheduling.book(
            desk.actor(), calendar.request(luz, followUp, lindqvist, "2027-03-01T10:10"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            PatientConflict.class,
            conflict -> {
              assertThat(conflict.other()).isEqualTo(first);
              assertThat(conflict.alternatives())
                  .isNotEmpty()
                  .noneMatch(o -> o.during().overlaps(calendar.find(first).during()));
            });
    assertThat(desk.countOf("appointment")).isEqualTo(1);
    assertThat(desk.countOf("booking")).isEqualTo(1);
  }

  @Test
  void the_past_is_refused_until_it_is_said_why() {
    calendar.clock.set(at("2027-03-01T10:06"));
    var patients = IntStream.range(0, 4).mapToObj(n -> desk.hasPatient("Li", "Bo" + n)).toList();

    assertThat(book(patients.get(0), "2027-03-01T10:00", null)).isInstanceOf(InThePast.class);
    assertThat(book(patients.get(0), "2027-03-01T10:05", null)).isInstanceOf(Booked.class);
    assertThat(book(patients.get(1), "2027-03-01T08:00", Past.WALK_IN)).isInstanceOf(Booked.class);
    assertThat(book(patients.get(2), "2027-02-26T08:00", Past.WALK_IN))
        .isInstanceOf(InThePast.class);
    assertThat(book(patients.get(3), "2027-02-26T08:00", Past.ENTERED_AFTER_DOWNTIME))
        .isInstanceOfSatisfying(
            Booked.class,
            booked ->
                assertThat(calendar.find(booked.appointment()).exception())
                    .isEqualTo("entered-after-downtime"));
  }

  private BookingOutcome book(PatientId patient, String wall, @Nullable Past past) {
    return scheduling.book(
        desk.actor(),
        new BookingRequest(
            Ids.next(),
            patient,
            followUp,
            desk.clinic,
            okafor,
            at(wall),
            Why.through("desk"),
            past));
  }

  @Test
  void outside_of_the_template_and_off_the_five_minutes_there_are_only_alternatives() {
    var evening = calendar.request(luz, followUp, okafor, "2027-03-01T16:50");
    var crooked = calendar.request(luz, followUp, okafor, "2027-03-01T10:03");
    var night = calendar.request(luz, followUp, null, "2027-03-01T22:00");

    for (var request : List.of(evening, crooked, night)) {
      assertThat(scheduling.book(desk.actor(), request))
          .isInstanceOfSatisfying(
              OutsideTemplate.class, outside -> assertThat(outside.alternatives()).hasSize(4));
    }
    assertThat(desk.countOf("appointment")).isZero();
  }

  @Test
  void identifiers_of_another_organization_are_unknown() {
    var other = new TestCalendar();
    var theirType = other.desk.hasType("Follow-up", "FU", 20);
    var theirPatient = other.desk.hasPatient("Li", "Bo");
    var theirDoctor = other.desk.hasPhysician("Reyes");
    var when = "2027-03-01T10:00";

    assertThat(
            scheduling.book(desk.actor(), calendar.request(theirPatient, followUp, okafor, when)))
        .isEqualTo(new Unknown());
    assertThat(scheduling.book(desk.actor(), calendar.request(luz, theirType, okafor, when)))
        .isEqualTo(new Unknown());
    assertThat(scheduling.book(desk.actor(), calendar.request(luz, followUp, theirDoctor, when)))
        .isEqualTo(new Unknown());
    assertThat(scheduling.find(desk.actor(), other.booked(theirPatient, theirType, null, when)))
        .isEmpty();
  }

  @Test
  void all_kinds_are_claimed_each_with_its_own_time_or_none() {
    var scanner = desk.hasDevice("mri-scanner", "MRI 1");
    var mri = desk.hasType("MRI knee", "MRI", 40);
    desk.needs(mri, 1, "mri-scanner", -10, 60);
    calendar.booked(desk.hasPatient("Li", "Bo"), mri, okafor, "2027-03-01T10:00");

    var tooEarly = calendar.request(luz, mri, desk.hasPhysician("Reyes"), "2027-03-01T10:50");
    var outcome = scheduling.book(desk.actor(), tooEarly);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SlotTaken.class,
            taken -> assertThat(taken.taker()).extracting("resource").isEqualTo(scanner));
    assertThat(desk.countOf("booking")).isEqualTo(2);
    assertThat(calendar.booked(luz, mri, null, "2027-03-01T11:00")).isNotNull();
  }

  @Test
  void desks_that_find_the_same_room_free_get_different_rooms() {
    var rooms = IntStream.range(0, 6).mapToObj(n -> room("Room " + n)).toList();
    var inRoom = desk.hasType("Procedure", "PRC", 30);
    desk.needs(inRoom, 1, "exam-room", 0, 30);
    var requests =
        IntStream.range(0, 7)
            .mapToObj(n ->
                calendar.request(
                    desk.hasPatient("Li", "Bo" + n),
                    inRoom,
                    desk.hasPhysician("Doctor" + n),
                    "2027-03-01T10:00"))
            .toList();

    var outcomes =
        Together.run(
            requests.stream()
                .map(r -> (Callable<BookingOutcome>) () -> scheduling.book(desk.actor(), r))
                .toList());

    assertThat(rooms).hasSize(6);
    assertThat(outcomes).filteredOn(o -> o instanceof Booked).hasSize(6);
    assertThat(outcomes).filteredOn(o -> o instanceof SlotTaken).hasSize(1);
  }

  private ResourceId room(String name) {
    var room = desk.hasRoom(name);
    desk.worksDaily(room, "08:00", "17:00");
    return room;
  }

  @Test
  void within_a_callers_transaction_a_refusal_undoes_only_itself() {
    calendar.booked(desk.hasPatient("Li", "Bo"), followUp, okafor, "2027-03-01T10:00");

    var outcomes =
        TestDatabase.get()
            .transactions()
            .as(
                desk.actor(),
                tx ->
                    List.of(
                        scheduling.book(
                            desk.actor(),
                            calendar.request(luz, followUp, okafor, "2027-03-01T11:00")),
                        scheduling.book(
                            desk.actor(),
                            calendar.request(
                                desk.hasPatient("Ng", "An"),
                                followUp,
                                okafor,
                                "2027-03-01T10:10"))));

    assertThat(outcomes.get(0)).isInstanceOf(Booked.class);
    assertThat(outcomes.get(1)).isInstanceOf(SlotTaken.class);
    assertThat(desk.countOf("appointment")).isEqualTo(2);
  }

  @Test
  void a_session_that_vanishes_between_look_and_claim_is_not_booked_into() {
    // The template goes away while the booking holds still between its two statements: played by
    // a rule that has no other sessions than those it leaned on.
    var claims = new Claims(TestDatabase.get().jdbc());
    var opening = scheduling.openings(desk.actor(), question(), 1).getFirst();
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T12:00");

    var claimed =
        TestDatabase.get()
            .transactions()
            .as(
                desk.actor(),
                tx -> claims.claim(desk.organization, id, opening.claims(), List.of(Ids.next())));

    assertThat(claimed).isFalse();
  }

  private OpeningQuestion question() {
    var day = LocalDateTime.parse("2027-03-01T00:00").toLocalDate();
    return OpeningQuestion.of(followUp, day, day);
  }

  @Test
  void the_first_opening_is_not_in_the_past() {
    calendar.clock.set(Instant.parse("2027-03-01T16:01:00Z"));

    var first = scheduling.openings(desk.actor(), question(), 1).getFirst();

    assertThat(first.during().start()).isEqualTo(at("2027-03-01T10:05"));
  }

  @Test
  void a_day_shows_each_appointment_once_with_the_patients_first_telephone() {
    reached(1, "email", "luz@example.org");
    reached(2, "phone", "(402) 555-0199");
    reached(0, "phone", "(402) 555-0100");
    calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    calendar.booked(unreachable(), followUp, okafor, "2027-03-01T11:00");

    var day =
        scheduling.day(
            desk.actor(),
            desk.clinic,
            new Interval(at("2027-03-01T00:00"), at("2027-03-02T00:00")));

    assertThat(day).extracting(DayEntry::phone).containsExactly("(402) 555-0100", null);
  }

  private PatientId unreachable() {
    var patient = desk.hasPatient("Li", "Bo");
    desk.asks(sql ->
        sql.sql(
                """
                delete from patient_telecom
                where organization_id = :organization
                    and patient_id = :patient
                """)
            .param("organization", desk.id())
            .param("patient", patient.value())
            .update());
    return patient;
  }

  private void reached(int position, String system, String value) {
    desk.asks(sql ->
        sql.sql(
                """
                insert into patient_telecom (organization_id, patient_id, position, system, value)
                values (:organization, :patient, :position, :system, :value)
                on conflict on constraint patient_telecom_pk do update set value = excluded.value
                """)
            .param("organization", desk.id())
            .param("patient", luz.value())
            .param("position", position)
            .param("system", system)
            .param("value", value)
            .update());
  }
}
