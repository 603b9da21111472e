package dev.liaison.arrivals;

import static dev.liaison.arrivals.Identifier.BIRTH_DATE;
import static dev.liaison.arrivals.Identifier.FULL_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.arrivals.VisitOutcome.ChangedMeanwhile;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.arrivals.VisitOutcome.IdentityOpen;
import dev.liaison.arrivals.VisitOutcome.NotExpected;
import dev.liaison.arrivals.VisitOutcome.NotExpected.Reason;
import dev.liaison.arrivals.VisitOutcome.NotNow;
import dev.liaison.arrivals.VisitOutcome.RoomNotFree;
import dev.liaison.arrivals.VisitOutcome.Unknown;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StageFlowTest extends SpringTest {
  private static final Set<Identifier> BOTH = Set.of(FULL_NAME, BIRTH_DATE);

  @Autowired private Arrivals arrivals;

  private TestDesk desk;
  private Expectations expected;
  private AppointmentId appointment;

  @BeforeEach
  void expectSomebody() {
    desk = openDesk();
    expected = new Expectations(desk);
    appointment = expected.today(desk.hasPatient("Nguyễn", "Thị Minh Anh"));
  }

  @Test
  void a_patient_goes_from_the_front_door_to_check_out() {
    var room = desk.hasRoom("Room 4");

    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    var checkedIn = done(arrivals.checkIn(desk.actor(), appointment, arrived.version(), BOTH));
    var roomed = done(arrivals.room(desk.actor(), arrived.id(), checkedIn.version(), room));
    var seen = done(arrivals.withClinician(desk.actor(), arrived.id(), roomed.version()));
    var leaving = done(arrivals.leaving(desk.actor(), arrived.id(), seen.version(), "+4w okafor"));
    var finished = done(arrivals.checkOut(desk.actor(), arrived.id(), leaving.version(), null));

    assertThat(arrived.number()).isEqualTo(1);
    assertThat(checkedIn.identifiedAt()).isNotNull();
    assertThat(roomed.room()).isEqualTo(room);
    assertThat(leaving.followUp()).isEqualTo("+4w okafor");
    assertThat(finished.stage()).isEqualTo(Stage.FINISHED);
    assertThat(expected.statusOf(appointment)).isEqualTo("fulfilled");
    assertThat(arrivals.changesOf(desk.actor(), arrived.id()))
        .extracting(StageChange::stage)
        .containsExactly(
            Stage.ARRIVED,
            Stage.CHECKED_IN,
            Stage.ROOMED,
            Stage.WITH_CLINICIAN,
            Stage.LEAVING,
            Stage.FINISHED);
  }

  @Test
  void who_was_not_greeted_is_greeted_by_the_check_in() {
    var visit = done(arrivals.checkIn(desk.actor(), appointment, 0, BOTH));

    assertThat(visit.stage()).isEqualTo(Stage.CHECKED_IN);
    assertThat(arrivals.changesOf(desk.actor(), visit.id()))
        .extracting(StageChange::stage)
        .containsExactly(Stage.ARRIVED, Stage.CHECKED_IN);
  }

  @Test
  void one_identifier_is_not_enough_and_nobody_has_arrived_by_it() {
    var outcome = arrivals.checkIn(desk.actor(), appointment, 0, Set.of(FULL_NAME));

    assertThat(outcome).isInstanceOf(IdentityOpen.class);
    assertThat(arrivals.findFor(desk.actor(), appointment)).isEmpty();
  }

  @Test
  void the_identifiers_stand_beside_who_asked_for_them() {
    arrivals.checkIn(desk.actor(), appointment, 0, BOTH);

    var kept =
        desk.asks(sql ->
            sql.sql(
                    """
                    select array_to_string(array(select unnest(identifiers) order by 1), ' ')
                    from visit_stage
                    where stage = 'checked-in'
                    """)
                .query(String.class)
                .single());
    assertThat(kept).isEqualTo("birth-date full-name");
  }

  @Test
  void stages_may_be_skipped() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));

    var seen = done(arrivals.withClinician(desk.actor(), arrived.id(), arrived.version()));

    assertThat(seen.stage()).isEqualTo(Stage.WITH_CLINICIAN);
    assertThat(seen.identifiedAt()).isNull();
  }

  @Test
  void who_went_on_unidentified_is_identified_where_they_are() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    var seen = done(arrivals.withClinician(desk.actor(), arrived.id(), arrived.version()));

    var identified = done(arrivals.checkIn(desk.actor(), appointment, seen.version(), BOTH));

    assertThat(identified.stage()).isEqualTo(Stage.WITH_CLINICIAN);
    assertThat(identified.identifiedAt()).isNotNull();
  }

  @Test
  void a_stage_taken_back_keeps_the_waiting_time_that_it_interrupted() {
    var checkedIn = done(arrivals.checkIn(desk.actor(), appointment, 0, BOTH));
    var seen = done(arrivals.withClinician(desk.actor(), checkedIn.id(), checkedIn.version()));

    var back = done(arrivals.takeBack(desk.actor(), seen.id(), seen.version()));

    assertThat(back.stage()).isEqualTo(Stage.CHECKED_IN);
    assertThat(back.stageSince()).isEqualTo(checkedIn.stageSince());
    assertThat(arrivals.changesOf(desk.actor(), seen.id()))
        .last()
        .extracting(StageChange::why)
        .isEqualTo("Taken back");
  }

  @Test
  void an_arrival_taken_back_is_expected_again_and_arrives_under_the_same_number() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));

    var back = done(arrivals.takeBack(desk.actor(), arrived.id(), arrived.version()));
    var again = done(arrivals.arrive(desk.actor(), appointment));

    assertThat(back.stage()).isEqualTo(Stage.ENTERED_IN_ERROR);
    assertThat(again.number()).isEqualTo(arrived.number());
    assertThat(again.stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void a_check_out_taken_back_opens_the_appointment_again() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    var finished = done(arrivals.checkOut(desk.actor(), arrived.id(), arrived.version(), null));

    var back = done(arrivals.takeBack(desk.actor(), arrived.id(), finished.version()));

    assertThat(back.finishedAt()).isNull();
    assertThat(expected.statusOf(appointment)).isEqualTo("booked");
  }

  @Test
  void the_second_desk_learns_who_was_first_and_what_the_visit_is_now() {
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz").actor();
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    arrivals.withClinician(sam, arrived.id(), arrived.version());

    var outcome =
        arrivals.leftWithoutBeingSeen(desk.actor(), arrived.id(), arrived.version(), null);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ChangedMeanwhile.class,
            meanwhile -> {
              assertThat(meanwhile.last().who()).isEqualTo("Sam Ortiz");
              assertThat(meanwhile.now().stage()).isEqualTo(Stage.WITH_CLINICIAN);
            });
  }

  @Test
  void the_same_change_sent_twice_is_done_once() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));

    var outcomes =
        Together.run(
            2, () -> arrivals.withClinician(desk.actor(), arrived.id(), arrived.version()));

    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Done.class));
    assertThat(desk.countOf("visit_stage")).isEqualTo(2);
  }

  @Test
  void identifiers_from_a_stale_tab_are_not_said_to_be_noted_when_they_are_not() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    arrivals.room(desk.actor(), arrived.id(), arrived.version(), desk.hasRoom("Room 4"));

    var outcome = arrivals.checkIn(desk.actor(), appointment, arrived.version(), BOTH);

    assertThat(outcome).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void a_late_identification_sent_twice_is_done_once() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    var seen = done(arrivals.withClinician(desk.actor(), arrived.id(), arrived.version()));

    arrivals.checkIn(desk.actor(), appointment, seen.version(), BOTH);
    var again = done(arrivals.checkIn(desk.actor(), appointment, seen.version(), BOTH));

    assertThat(again.identifiedAt()).isNotNull();
    assertThat(again.version()).isEqualTo(seen.version() + 1);
  }

  @Test
  void another_room_from_a_stale_tab_is_not_said_to_be_the_patients() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    var four = desk.hasRoom("Room 4");
    var seven = desk.hasRoom("Room 7");
    arrivals.room(desk.actor(), arrived.id(), arrived.version(), four);

    var other = arrivals.room(desk.actor(), arrived.id(), arrived.version(), seven);
    var same = arrivals.room(desk.actor(), arrived.id(), arrived.version(), four);

    assertThat(other).isInstanceOf(ChangedMeanwhile.class);
    assertThat(done(same).room()).isEqualTo(four);
  }

  @Test
  void a_follow_up_from_a_stale_tab_is_not_lost_in_silence() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    arrivals.leaving(desk.actor(), arrived.id(), arrived.version(), null);

    var other = arrivals.leaving(desk.actor(), arrived.id(), arrived.version(), "+4w okafor");
    var same = arrivals.leaving(desk.actor(), arrived.id(), arrived.version(), null);

    assertThat(other).isInstanceOf(ChangedMeanwhile.class);
    assertThat(done(same).stage()).isEqualTo(Stage.LEAVING);
  }

  @Test
  void of_many_desks_that_greet_one_patient_each_sees_the_one_visit() {
    var outcomes = Together.run(8, () -> arrivals.arrive(desk.actor(), appointment));

    assertThat(outcomes.stream().map(o -> done(o).id()).collect(Collectors.toSet())).hasSize(1);
    assertThat(desk.countOf("visit")).isEqualTo(1);
  }

  @Test
  void of_two_desks_that_room_two_patients_in_one_room_one_is_told_it_is_taken() {
    var room = desk.hasRoom("Room 4");
    var first = done(arrivals.arrive(desk.actor(), appointment));
    var second = done(arrivals.arrive(desk.actor(), expected.today(desk.hasPatient("Li", "Bo"))));

    var outcomes =
        Together.run(
            () -> arrivals.room(desk.actor(), first.id(), first.version(), room),
            () -> arrivals.room(desk.actor(), second.id(), second.version(), room));

    assertThat(outcomes).hasAtLeastOneElementOfType(Done.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(RoomNotFree.class);
  }

  @Test
  void nobody_is_taken_back_to_a_room_where_somebody_else_is_now() {
    var room = desk.hasRoom("Room 3");
    var first = done(arrivals.arrive(desk.actor(), appointment));
    var second = done(arrivals.arrive(desk.actor(), expected.today(desk.hasPatient("Li", "Bo"))));
    var roomed = done(arrivals.room(desk.actor(), first.id(), first.version(), room));
    var leaving = done(arrivals.leaving(desk.actor(), first.id(), roomed.version(), null));
    var other = done(arrivals.room(desk.actor(), second.id(), second.version(), room));

    var refused = arrivals.takeBack(desk.actor(), first.id(), leaving.version());
    arrivals.leaving(desk.actor(), second.id(), other.version(), null);
    var back = done(arrivals.takeBack(desk.actor(), first.id(), leaving.version()));

    assertThat(refused).isInstanceOf(RoomNotFree.class);
    assertThat(back.stage()).isEqualTo(Stage.ROOMED);
    assertThat(back.room()).isEqualTo(room);
  }

  @Test
  void a_second_patient_in_a_room_is_refused_by_the_database_itself() {
    var room = desk.hasRoom("Room 3");
    var first = done(arrivals.arrive(desk.actor(), appointment));
    var second = done(arrivals.arrive(desk.actor(), expected.today(desk.hasPatient("Li", "Bo"))));
    arrivals.room(desk.actor(), first.id(), first.version(), room);

    assertThatThrownBy(() -> standsIn(room, second.id())).hasMessageContaining("visit_room_free");
  }

  @Test
  void who_was_forgotten_in_a_room_does_not_hold_it_and_does_not_come_back_to_it() {
    var room = desk.hasRoom("Room 3");
    var forgotten = done(arrivals.arrive(desk.actor(), appointment));
    var today = done(arrivals.arrive(desk.actor(), expected.today(desk.hasPatient("Li", "Bo"))));
    var roomed = done(arrivals.room(desk.actor(), forgotten.id(), forgotten.version(), room));
    cameYesterday(forgotten.id());

    done(arrivals.room(desk.actor(), today.id(), today.version(), room));
    var outcome = arrivals.withClinician(desk.actor(), forgotten.id(), roomed.version());

    assertThat(outcome).isInstanceOf(RoomNotFree.class);
  }

  @Test
  void a_visit_goes_back_only_by_being_taken_back() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    var leaving = done(arrivals.leaving(desk.actor(), arrived.id(), arrived.version(), null));

    var outcome = arrivals.withClinician(desk.actor(), arrived.id(), leaving.version());

    assertThat(outcome).isInstanceOf(NotNow.class);
  }

  @Test
  void nobody_arrives_for_what_is_cancelled_over_or_on_another_day() {
    var patient = desk.hasPatient("Brandt", "Oskar");
    var now = Instant.now();

    assertThat(reason(expected.with(patient, now, "cancelled"))).isEqualTo(Reason.CANCELLED);
    assertThat(reason(expected.with(patient, now, "noshow"))).isEqualTo(Reason.NO_SHOW);
    assertThat(reason(expected.with(patient, now, "fulfilled"))).isEqualTo(Reason.OVER);
    assertThat(reason(expected.at(patient, now.plus(Duration.ofDays(2)))))
        .isEqualTo(Reason.ANOTHER_DAY);
  }

  @Test
  void another_organizations_visit_and_appointment_are_unknown() {
    var visit = done(arrivals.arrive(desk.actor(), appointment));
    var stranger = openDesk().actor();

    assertThat(arrivals.arrive(stranger, appointment)).isInstanceOf(Unknown.class);
    assertThat(arrivals.withClinician(stranger, visit.id(), 1)).isInstanceOf(Unknown.class);
    assertThat(arrivals.find(stranger, visit.id())).isEmpty();
  }

  @Test
  void who_has_checked_out_does_not_arrive_for_the_same_appointment_again() {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    arrivals.checkOut(desk.actor(), arrived.id(), arrived.version(), null);

    assertThat(reason(appointment)).isEqualTo(Reason.OVER);
  }

  private void standsIn(ResourceId room, VisitId visit) {
    desk.asks(sql ->
        sql.sql(
                """
                update visit
                set stage = 'roomed', room_id = :room
                where organization_id = :organization
                    and id = :id
                """)
            .param("organization", desk.id())
            .param("room", room.value())
            .param("id", visit.value())
            .update());
  }

  private void cameYesterday(VisitId visit) {
    desk.asks(sql ->
        sql.sql(
                """
                update visit
                set stage_since = stage_since - interval '20 hours'
                where organization_id = :organization
                    and id = :id
                """)
            .param("organization", desk.id())
            .param("id", visit.value())
            .update());
  }

  private Reason reason(AppointmentId of) {
    return ((NotExpected) arrivals.arrive(desk.actor(), of)).reason();
  }

  private static Visit done(VisitOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).visit();
  }
}
