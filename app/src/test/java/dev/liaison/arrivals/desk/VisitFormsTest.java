package dev.liaison.arrivals.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Expectations;
import dev.liaison.arrivals.Stage;
import dev.liaison.arrivals.Visit;
import dev.liaison.arrivals.VisitOutcome;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.identity.Caller;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of arrivals as a browser without a script sends them. */
class VisitFormsTest extends SpringTest {
  private static final Map<String, String> BOTH =
      Map.of("version", "0", "full-name", "yes", "birth-date", "yes");

  @Autowired private Arrivals arrivals;

  private TestDesk desk;
  private Expectations expected;
  private AppointmentId appointment;
  private Caller browser;

  @BeforeEach
  void expectSomebody() {
    desk = openDesk();
    expected = new Expectations(desk);
    appointment = expected.today(desk.hasPatient("Nguyễn", "Thị Minh Anh"));
    browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
  }

  @Test
  void the_board_is_one_audited_read_of_all_whom_it_shows() {
    expected.today(desk.hasPatient("Li", "Bo"));

    var page = browser.get("/today");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Nguyễn, Thị Minh Anh").contains("Li, Bo");
    assertThat(audited("read", "board")).isEqualTo(1);
    assertThat(desk.countOf("audit_event_patient")).isEqualTo(2);
  }

  @Test
  void a_question_at_the_top_shows_only_whom_it_asks_for() {
    arrivals.arrive(desk.actor(), expected.today(desk.hasPatient("Li", "Bo")));

    var page = browser.get("/today?only=to-check-in").body();

    assertThat(page).contains("Li, Bo").doesNotContain("Nguyễn");
  }

  @Test
  void check_in_without_a_script_goes_back_to_the_board_and_says_what_was_done() {
    var answer = browser.post(checkIn(), BOTH);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/today");
    assertThat(visit().stage()).isEqualTo(Stage.CHECKED_IN);
    assertThat(browser.get("/today").body()).contains("Thị Minh Anh Nguyễn checked in at");
  }

  @Test
  void check_in_sent_twice_is_done_once() {
    browser.post(checkIn(), BOTH);

    assertThat(browser.post(checkIn(), BOTH).statusCode()).isEqualTo(302);
    assertThat(desk.countOf("visit_stage")).isEqualTo(2);
  }

  @Test
  void a_no_checks_nobody_in_and_says_what_to_do() {
    var answer =
        browser.post(checkIn(), Map.of("version", "0", "full-name", "yes", "birth-date", "no"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Nobody was checked in");
    assertThat(arrivals.findFor(desk.actor(), appointment)).isEmpty();
  }

  @Test
  void an_open_question_checks_nobody_in_and_keeps_the_answer_given() {
    var answer = browser.post(checkIn(), Map.of("version", "0", "full-name", "yes"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).containsPattern("name=\"full-name\" value=\"yes\" checked");
    assertThat(arrivals.findFor(desk.actor(), appointment)).isEmpty();
  }

  @Test
  void a_stale_form_learns_who_was_first_and_what_the_visit_is_now() {
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz").actor();
    var seen = done(arrivals.arrive(desk.actor(), appointment));
    arrivals.withClinician(sam, seen.id(), seen.version());

    var answer = browser.post(path(seen, "left?version=" + seen.version()), Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Sam Ortiz changed this visit")
        .contains("with the clinician");
  }

  @Test
  void whom_a_stale_board_greets_after_a_cancellation_is_sent_to_the_walk_in() {
    var cancelled = expected.with(desk.hasPatient("Li", "Bo"), Instant.now(), "cancelled").value();

    var greeted = browser.post("/appointments/" + cancelled + "/arrive", Map.of());
    var checkedIn = browser.post("/appointments/" + cancelled + "/check-in", BOTH);
    var shown = browser.get("/appointments/" + cancelled + "/visit");

    assertThat(greeted.statusCode()).isEqualTo(409);
    assertThat(greeted.body()).contains("This appointment was cancelled").contains("walk-in");
    assertThat(checkedIn.statusCode()).isEqualTo(409);
    assertThat(checkedIn.body()).contains("This appointment was cancelled");
    assertThat(shown.body()).contains("Cancelled").doesNotContain("Note the arrival");
    assertThat(audited("refused", null)).isZero();
    assertThat(browser.get("/today").body()).doesNotContain("Li, Bo");
  }

  @Test
  void a_room_that_was_just_taken_is_answered_with_the_rooms_as_they_are() {
    var room = desk.hasRoom("Room 4");
    desk.hasRoom("Room 7");
    var other = done(arrivals.arrive(desk.actor(), expected.today(desk.hasPatient("Li", "Bo"))));
    var seen = done(arrivals.arrive(desk.actor(), appointment));
    arrivals.room(desk.actor(), other.id(), other.version(), room);

    var answer =
        browser.post(
            path(seen, "room"),
            Map.of("version", "" + seen.version(), "room", room.value().toString()));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("has just been shown to that room").contains("Room 7");
  }

  @Test
  void the_way_through_the_house_works_without_a_script() {
    var room = desk.hasRoom("Room 4");
    browser.post("/appointments/" + appointment.value() + "/arrive", Map.of());
    browser.post(
        path(visit(), "room"), Map.of("version", version(), "room", room.value().toString()));
    browser.post(path(visit(), "clinician?version=" + version()), Map.of());
    browser.post(path(visit(), "leaving"), Map.of("version", version(), "followUp", "+4w"));
    browser.post(
        path(visit(), "check-out"),
        Map.of(
            "version", version(), "request", desk.id().toString(), "words", "", "opening", "none"));

    assertThat(visit().stage()).isEqualTo(Stage.FINISHED);
    assertThat(visit().followUp()).isEqualTo("+4w");
    assertThat(expected.statusOf(appointment)).isEqualTo("fulfilled");
  }

  @Test
  void a_follow_up_with_a_word_that_the_search_does_not_know_is_mended_in_the_room() {
    var seen = done(arrivals.arrive(desk.actor(), appointment));

    var answer =
        browser.post(
            path(seen, "leaving"), Map.of("version", version(), "followUp", "+4w fu blah"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("“blah” is no visit, person, place, day or time here.")
        .contains("value=\"+4w fu blah\"")
        .contains("aria-invalid=\"true\"");
    assertThat(visit().stage()).isEqualTo(Stage.ARRIVED);
    browser.post(path(seen, "leaving"), Map.of("version", version(), "followUp", ""));
    assertThat(visit().stage()).isEqualTo(Stage.LEAVING);
  }

  @Test
  void every_drawer_of_a_visit_shows_birth_date_and_record_number_beside_the_name() {
    var visit = done(arrivals.arrive(desk.actor(), appointment));
    var ofPatient = "/patients/" + visit.patient().value();

    for (var path :
        List.of(
            ofPatient + "/walk-in",
            checkIn(),
            "/appointments/" + appointment.value() + "/visit",
            path(visit, "room"),
            path(visit, "leaving"),
            path(visit, "check-out"))) {
      assertThat(browser.get(path).body())
          .as(path)
          .containsPattern("Apr 2, 1961 \\(\\d+ y\\), MRN <span class=\"id\">\\d+");
    }
    assertThat(browser.get(checkIn()).body())
        .contains("href=\"" + ofPatient + "\"")
        .contains("Ask for both; do not read them out.")
        .doesNotContainPattern("value=\"yes\" checked");
  }

  @Test
  void what_was_said_at_booking_is_read_where_the_patient_is_met_and_marked_on_the_board() {
    assertThat(browser.get("/today").body()).doesNotContain("Note to the desk");
    desk.asks(sql ->
        sql.sql(
                """
                update appointment
                set reason = 'Knee after a fall', note = 'Comes by wheelchair'
                where organization_id = :organization
                    and id = :id
                """)
            .param("organization", desk.id())
            .param("id", appointment.value())
            .update());

    assertThat(browser.get("/today").body())
        .contains("aria-label=\"Note to the desk\"")
        .doesNotContain("wheelchair");
    for (var path : List.of(checkIn(), "/appointments/" + appointment.value() + "/visit")) {
      assertThat(browser.get(path).body())
          .as(path)
          .contains("<dt>Reason</dt><dd>Knee after a fall</dd>")
          .contains("<dt>Note</dt><dd>Comes by wheelchair</dd>");
    }
  }

  @Test
  void a_walk_in_of_whom_is_expected_today_first_offers_to_check_that_visit_in() {
    var patient = desk.hasPatient("Li", "Bo");
    var walkIn = "/patients/" + patient.value() + "/walk-in";
    assertThat(browser.get(walkIn).body()).doesNotContain("Expected ");

    var other = expected.today(patient);

    assertThat(browser.get(walkIn).body())
        .containsPattern("Expected \\d+:\\d+[ap]m with Dr. Okafor")
        .contains("href=\"/appointments/" + other.value() + "/check-in\"")
        .contains("Book and note the arrival");
  }

  @Test
  void only_the_nine_rooms_that_a_digit_can_choose_show_one() {
    for (var room = 1; room <= 10; room++) {
      desk.hasRoom("Room " + room);
    }
    var seen = done(arrivals.arrive(desk.actor(), appointment));

    assertThat(browser.get(path(seen, "room")).body())
        .contains("Room 10")
        .contains("<kbd>9</kbd>")
        .doesNotContain("<kbd>10</kbd>")
        .doesNotContain("data-pick=\"10\"");
  }

  @Test
  void a_check_out_searches_with_the_words_it_knows_and_names_the_others() {
    var seen = leaving("+4w fu blah");

    var page = browser.get(path(seen, "check-out")).body();

    assertThat(page)
        .contains("Around ")
        .contains("“blah” is no visit")
        .contains("Books ")
        .doesNotContainPattern("value=\"none\"[^>]* checked");
  }

  @Test
  void what_the_clinician_asks_for_is_dropped_only_by_a_deliberate_none_needed() {
    var seen = leaving("blah");
    var sent = Map.of("version", version(), "request", desk.id().toString(), "words", "blah");

    var page = browser.get(path(seen, "check-out")).body();
    var answer = browser.post(path(seen, "check-out"), sent);

    assertThat(page).contains("None needed").doesNotContainPattern("name=\"opening\"[^>]* checked");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Dr. Okafor asks for blah: choose an opening, or None needed.");
    assertThat(visit().stage()).isEqualTo(Stage.LEAVING);
    var deliberate = new HashMap<>(sent);
    deliberate.put("opening", "none");
    assertThat(browser.post(path(seen, "check-out"), deliberate).statusCode()).isEqualTo(302);
    assertThat(visit().stage()).isEqualTo(Stage.FINISHED);
  }

  @Test
  void without_an_order_none_needed_is_the_choice() {
    var seen = leaving(null);

    assertThat(browser.get(path(seen, "check-out")).body())
        .containsPattern("value=\"none\"[^>]* checked");
  }

  @Test
  void every_page_of_a_check_out_that_names_the_patient_is_an_audited_read() {
    var here = done(arrivals.arrive(desk.actor(), appointment));
    var seen = done(arrivals.leaving(desk.actor(), here.id(), here.version(), null));
    var asked = Map.of("request", desk.id().toString(), "words", "+4w");

    var part = browser.postByScript(path(seen, "check-out/openings"), asked);
    assertThat(part.body()).doesNotContain("Nguyễn");
    assertThat(audited("read", "check-out")).isZero();
    var page = browser.post(path(seen, "check-out/openings"), asked);
    assertThat(page.body()).contains("Nguyễn");
    assertThat(audited("read", "check-out")).isEqualTo(1);
    var past =
        "%s~%s~%s~2020-03-02T15:00:00Z"
            .formatted(expected.followUp.value(), desk.clinic.value(), expected.okafor.value());
    var refused =
        browser.post(
            path(seen, "check-out"),
            Map.of(
                "version",
                version(),
                "request",
                desk.id().toString(),
                "words",
                "",
                "opening",
                past));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Nguyễn").contains("That time is past.");
    assertThat(audited("read", "check-out")).isEqualTo(2);
  }

  @Test
  void whatever_is_another_organizations_is_not_found_and_the_attempt_is_written_down() {
    var theirs = new Expectations(openDesk());
    var patient = theirs.desk.hasPatient("Somebody", "Else");
    var foreign = theirs.today(patient);
    var visit = done(arrivals.arrive(theirs.desk.actor(), foreign));
    var ofAppointment = "/appointments/" + foreign.value();

    var answers =
        List.of(
            browser.get(ofAppointment + "/check-in"),
            browser.get(ofAppointment + "/visit"),
            browser.get(path(visit, "check-out")),
            browser.get(path(visit, "room")),
            browser.get(path(visit, "leaving")),
            browser.get("/patients/" + patient.value() + "/walk-in"),
            browser.post(ofAppointment + "/check-in", BOTH),
            browser.post(ofAppointment + "/arrive", Map.of()),
            browser.post(path(visit, "clinician?version=1"), Map.of()),
            browser.post(path(visit, "left?version=1"), Map.of()),
            browser.post(path(visit, "back?version=1"), Map.of()));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(404);
    assertThat(audited("refused", null)).isEqualTo(answers.size());
    assertThat(arrivals.find(theirs.desk.actor(), visit.id()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void no_title_names_the_patient_since_a_browser_keeps_titles_after_log_out() {
    var visit = done(arrivals.arrive(desk.actor(), appointment));
    var ofPatient = "/patients/" + visit.patient().value();
    var ofAppointment = "/appointments/" + appointment.value();

    for (var path :
        List.of(
            ofPatient,
            ofPatient + "/edit",
            ofPatient + "/openings",
            ofPatient + "/walk-in",
            ofAppointment,
            ofAppointment + "/visit",
            ofAppointment + "/check-in",
            ofAppointment + "/move",
            ofAppointment + "/cancel",
            path(visit, "room"),
            path(visit, "leaving"),
            path(visit, "check-out"))) {
      var page = browser.get(path).body();

      assertThat(page).as(path).contains("Nguyễn");
      assertThat(page).as(path).containsPattern("<title>[^<]+ · Liaison</title>");
      assertThat(page).as(path).doesNotContainPattern("<title>[^<]*(Nguyễn|Minh)[^<]*</title>");
    }
  }

  @Test
  void the_schedule_of_today_has_the_key_of_check_in_and_that_of_another_day_has_not() {
    var tomorrow = Instant.now().plus(Duration.ofDays(1));
    expected.at(desk.hasPatient("Li", "Bo"), tomorrow);
    var key = "data-key-i=\"" + checkIn() + "\"";

    assertThat(browser.get("/schedule").body()).contains(key);
    var next = browser.get("/schedule?date=" + tomorrow.atZone(expected.zone).toLocalDate());
    assertThat(next.body()).contains("Li, Bo").doesNotContain("data-key-i=");
    assertThat(browser.get("/appointments/" + appointment.value()).body())
        .contains(checkIn(), "<kbd>I</kbd>");
    var clinician = new Caller(this::url);
    clinician.logIn(desk.hasUser(Role.CLINICIAN, "Ada Okafor"));
    assertThat(clinician.get("/schedule").body()).contains("Nguyễn").doesNotContain("data-key-i=");
  }

  @Test
  void a_clinician_has_the_keys_of_the_rooms_and_not_those_of_the_desk() {
    arrivals.arrive(desk.actor(), appointment);
    var clinician = new Caller(this::url);
    clinician.logIn(desk.hasUser(Role.CLINICIAN, "Ada Okafor"));

    var page = clinician.get("/today").body();

    assertThat(page)
        .contains("data-key-r=")
        .doesNotContain("data-key-i=")
        .doesNotContain("/walk-in");
  }

  @Test
  void a_place_without_anybody_still_shows_its_board() {
    var empty = openDesk();
    var other = new Caller(this::url);
    other.logIn(empty.coordinator);

    assertThat(other.get("/today").statusCode()).isEqualTo(200);
  }

  private long audited(String action, @Nullable String entity) {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event
                where organization_id = :organization
                    and action = :action
                    and (cast(:entity as text) is null or entity = :entity)
                """)
            .param("organization", desk.id())
            .param("action", action)
            .param("entity", entity)
            .query(Long.class)
            .single());
  }

  private String checkIn() {
    return "/appointments/" + appointment.value() + "/check-in";
  }

  private static String path(Visit visit, String step) {
    return "/visits/" + visit.id().value() + "/" + step;
  }

  private Visit leaving(@Nullable String followUp) {
    var here = done(arrivals.arrive(desk.actor(), appointment));
    return done(arrivals.leaving(desk.actor(), here.id(), here.version(), followUp));
  }

  private Visit visit() {
    return arrivals.findFor(desk.actor(), appointment).orElseThrow();
  }

  private String version() {
    return String.valueOf(visit().version());
  }

  private static Visit done(VisitOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).visit();
  }
}
