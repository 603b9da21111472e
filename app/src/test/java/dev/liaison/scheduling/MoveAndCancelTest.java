package dev.liaison.scheduling;

import static dev.liaison.scheduling.TestCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingOutcome.Changed;
import dev.liaison.scheduling.BookingOutcome.InThePast;
import dev.liaison.scheduling.BookingOutcome.Refused;
import dev.liaison.scheduling.BookingOutcome.SlotTaken;
import dev.liaison.scheduling.BookingOutcome.Unknown;
import dev.liaison.scheduling.ChangeOutcome.Done;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveAndCancelTest {
  private final TestCalendar calendar = new TestCalendar();
  private final TestDesk desk = calendar.desk;
  private final Scheduling scheduling = calendar.scheduling;
  private final ResourceId okafor = desk.hasPhysician("Okafor");
  private final ResourceId lindqvist = desk.hasPhysician("Lindqvist");
  private final AppointmentTypeId followUp = desk.hasType("Follow-up", "FU", 20);
  private final PatientId luz = desk.hasPatient("García", "Luz");
  private final PatientId bo = desk.hasPatient("Li", "Bo");

  private BookingOutcome move(
      AppointmentId id, int version, String wall, @Nullable ResourceId whom) {
    return scheduling.move(desk.actor(), new MoveRequest(id, version, at(wall), whom));
  }

  @Test
  void a_move_frees_the_old_time_and_takes_the_new_one() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    scheduling.confirm(desk.actor(), id, 1, "patient", "phone");

    var outcome = move(id, 2, "2027-03-02T11:30", lindqvist);

    assertThat(outcome).isEqualTo(new Booked(id));
    var moved = calendar.find(id);
    assertThat(moved.told()).isEqualTo(LocalDateTime.parse("2027-03-02T11:30"));
    assertThat(moved.practitioner()).isEqualTo(lindqvist);
    assertThat(moved.confirmation()).isNull();
    assertThat(calendar.booked(bo, followUp, okafor, "2027-03-01T10:00")).isNotNull();
    assertThat(desk.countOf("booking")).isEqualTo(2);
  }

  @Test
  void an_appointment_may_move_by_less_than_its_own_length() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");

    assertThat(move(id, 1, "2027-03-01T10:10", null)).isEqualTo(new Booked(id));
    assertThat(move(id, 2, "2027-03-01T10:05", null)).isEqualTo(new Booked(id));
  }

  @Test
  void a_refused_move_leaves_everything_as_it_was() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    calendar.booked(bo, followUp, lindqvist, "2027-03-01T11:00");
    var before = calendar.find(id);

    assertThat(move(id, 1, "2027-03-01T11:10", lindqvist)).isInstanceOf(SlotTaken.class);
    assertThat(move(id, 1, "2027-02-28T11:10", lindqvist)).isInstanceOf(InThePast.class);

    assertThat(calendar.find(id)).isEqualTo(before);
    assertThat(desk.countOf("booking")).isEqualTo(2);
    assertThat(desk.countOf("patient_time")).isEqualTo(2);
  }

  @Test
  void of_two_desks_that_move_one_appointment_the_second_sees_who_was_first() {
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    scheduling.move(sam.actor(), new MoveRequest(id, 1, at("2027-03-01T10:40"), null));

    var outcome = move(id, 1, "2027-03-01T11:00", null);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Changed.class,
            changed -> {
              assertThat(changed.now().lastChange().name()).isEqualTo("Sam Ortiz");
              assertThat(changed.now().during().start()).isEqualTo(at("2027-03-01T10:40"));
            });
  }

  @Test
  void a_move_sent_twice_is_one_move() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");

    var outcomes = Together.run(4, () -> move(id, 1, "2027-03-01T10:40", null));

    assertThat(outcomes).containsOnly(new Booked(id));
    assertThat(calendar.find(id).version()).isEqualTo(2);
  }

  @Test
  void two_appointments_that_want_to_swap_their_times_do_not_wait_in_a_circle() {
    for (var round = 0; round < 10; round++) {
      var day = "2027-03-%02dT".formatted(2 + round);
      var first = calendar.booked(luz, followUp, okafor, day + "10:00");
      var second = calendar.booked(bo, followUp, lindqvist, day + "11:00");

      var outcomes =
          Together.run(
              () -> move(first, 1, day + "11:00", lindqvist),
              () -> move(second, 1, day + "10:00", okafor));

      // Who waits in a circle is thrown out by the database as a deadlock, which no outcome is.
      assertThat(outcomes).allMatch(o -> o instanceof Booked || o instanceof SlotTaken);
    }
  }

  @Test
  void a_time_that_is_over_is_neither_moved_nor_cancelled() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    calendar.clock.set(at("2027-03-01T10:20"));

    assertThat(move(id, 1, "2027-03-01T11:00", null)).isInstanceOf(Refused.class);
    assertThat(scheduling.cancel(desk.actor(), id, 1, "Patient asked"))
        .isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(scheduling.enteredInError(desk.actor(), id, 1, "Wrong patient"))
        .isEqualTo(new Done(id, 2));
  }

  @Test
  void what_is_cancelled_gives_its_time_back_and_can_ask_for_it_again() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");

    var cancelled = scheduling.cancel(desk.actor(), id, 1, "Patient asked");
    var again = scheduling.cancel(desk.actor(), id, 1, "Patient asked");

    assertThat(cancelled).isEqualTo(new Done(id, 2)).isEqualTo(again);
    assertThat(desk.countOf("booking") + desk.countOf("patient_time")).isZero();
    assertThat(calendar.find(id).cancelReason()).isEqualTo("Patient asked");
    assertThat(scheduling.rebook(desk.actor(), id, 2)).isEqualTo(new Booked(id));
    assertThat(calendar.find(id).status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(calendar.find(id).cancelReason()).isNull();
    assertThat(desk.countOf("booking") + desk.countOf("patient_time")).isEqualTo(2);
  }

  @Test
  void a_cancellation_is_not_taken_back_over_someone_elses_booking() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    scheduling.cancel(desk.actor(), id, 1, "Patient asked");
    calendar.booked(bo, followUp, okafor, "2027-03-01T10:10");

    var outcome = scheduling.rebook(desk.actor(), id, 2);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SlotTaken.class, taken -> assertThat(taken.alternatives()).isNotEmpty());
    assertThat(calendar.find(id).status()).isEqualTo(AppointmentStatus.CANCELLED);
  }

  @Test
  void nobody_misses_a_visit_that_is_still_to_come() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");

    var early = scheduling.noShow(desk.actor(), id, 1);
    calendar.clock.set(at("2027-03-01T10:16"));
    var late = scheduling.noShow(desk.actor(), id, 1);

    assertThat(early).isInstanceOf(ChangeOutcome.Refused.class);
    assertThat(late).isEqualTo(new Done(id, 2));
    assertThat(scheduling.reopen(desk.actor(), id, 2)).isEqualTo(new Done(id, 3));
    assertThat(scheduling.reopen(desk.actor(), id, 2)).isEqualTo(new Done(id, 3));
    assertThat(scheduling.fulfil(desk.actor(), id)).isEqualTo(new Done(id, 4));
    assertThat(scheduling.fulfil(desk.actor(), id)).isEqualTo(new Done(id, 4));
  }

  @Test
  void an_old_undo_of_a_no_show_does_not_open_a_visit_that_is_over() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    calendar.clock.set(at("2027-03-01T10:16"));
    scheduling.noShow(desk.actor(), id, 1);
    scheduling.reopen(desk.actor(), id, 2);
    scheduling.fulfil(desk.actor(), id);

    var undone = scheduling.reopen(desk.actor(), id, 2);
    var asSeen = scheduling.reopen(desk.actor(), id, 4);

    assertThat(undone).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(asSeen).isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(calendar.find(id).status()).isEqualTo(AppointmentStatus.FULFILLED);
    assertThat(scheduling.resume(desk.actor(), id)).isEqualTo(new Done(id, 5));
  }

  @Test
  void a_module_above_may_object() {
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    BookingRule here =
        (actor, appointment, act) ->
            act == BookingRule.Act.CANCEL ? Optional.of("Luz is here.") : Optional.empty();
    calendar.beans.addBean("rule", here);

    assertThat(scheduling.cancel(desk.actor(), id, 1, "Patient asked"))
        .isEqualTo(new ChangeOutcome.Refused("Luz is here."));
    assertThat(move(id, 1, "2027-03-01T11:00", null)).isEqualTo(new Booked(id));
  }

  @Test
  void another_organizations_appointment_is_unknown_to_every_act() {
    var stranger = new TestCalendar();
    var id = calendar.booked(luz, followUp, okafor, "2027-03-01T10:00");
    var actor = stranger.desk.actor();

    assertThat(
            stranger.scheduling.move(actor, new MoveRequest(id, 1, at("2027-03-01T11:00"), null)))
        .isEqualTo(new Unknown());
    assertThat(stranger.scheduling.rebook(actor, id, 1)).isEqualTo(new Unknown());
    assertThat(stranger.scheduling.cancel(actor, id, 1, "Patient asked"))
        .isEqualTo(new ChangeOutcome.Unknown());
    assertThat(stranger.scheduling.noShow(actor, id, 1)).isEqualTo(new ChangeOutcome.Unknown());
  }
}
