package dev.liaison.arrivals.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Expectations;
import dev.liaison.arrivals.Stage;
import dev.liaison.arrivals.Visit;
import dev.liaison.arrivals.VisitOutcome;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board as a coordinator uses it: by keys, beside a colleague. */
class BoardStoryTest extends BrowserTest {
  // The stream's own second, and what a shared machine takes to draw it.
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(5000);

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
  void check_in_takes_four_keys_from_the_row() {
    var page = board();
    row(page).focus();

    page.keyboard().press("i");
    assertThat(page.locator("[name=full-name][value=yes]")).isFocused();
    page.keyboard().press("Space");
    page.keyboard().press("Space");
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#g-waiting").getByText("Nguyễn, Thị Minh Anh")).isVisible();
    assertThat(page.locator("#toasts")).containsText("checked in at");
    assertThat(visit().stage()).isEqualTo(Stage.CHECKED_IN);
  }

  @Test
  void a_patient_is_found_and_checked_in_within_ten_keys() {
    var page = board();
    row(page).focus();

    page.keyboard().press("F2");
    page.keyboard().type("nguy");
    page.keyboard().press("Enter");
    assertThat(page.locator("[name=full-name][value=yes]")).isFocused();
    page.keyboard().press("Space");
    page.keyboard().press("Space");
    page.keyboard().press("Control+Enter");

    // F2, four letters, Enter, two answers, the chord: nine.
    page.waitForURL("**/today");
    assertThat(page.locator("#toasts")).containsText("checked in at");
    assertThat(visit().stage()).isEqualTo(Stage.CHECKED_IN);
  }

  @Test
  void f4_over_a_visit_finds_an_opening_for_the_same_person() {
    var page = board();
    var checkIn = page.locator("[data-row]").first().getAttribute("data-key-i");
    row(page).focus();
    page.keyboard().press("i");
    assertThat(page.locator("[name=full-name][value=yes]")).isFocused();

    page.keyboard().press("F4");

    assertThat(page.locator("dialog.drawer")).containsText("Find an opening");
    assertThat(page.locator("dialog.drawer .dh bdi")).containsText("Nguyễn");
    page.navigate(url(checkIn));
    page.keyboard().press("F4");
    assertThat(page.locator("dialog.drawer .dh bdi").last()).containsText("Nguyễn");
    assertThat(page.locator("#op")).isFocused();
  }

  @Test
  void f4_asks_for_whom_while_nobody_was_chosen() {
    var page = board();
    assertThat(row(page)).isFocused(); // by the page itself

    page.keyboard().press("F4");

    assertThat(page.locator("dialog.drawer")).containsText("For whom?");
    page.keyboard().press("Escape");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("F4");
    assertThat(page.locator("dialog.drawer .dh bdi")).containsText("Nguyễn");
  }

  @Test
  void the_dialog_of_keys_has_those_of_the_page_first() {
    var page = board();

    page.keyboard().press("?");

    assertThat(page.locator("dialog.page-part h2").first()).hasText("On this page");
    assertThat(page.locator("dialog.page-part table").first()).containsText("check in");
  }

  @Test
  void the_palette_knows_the_walk_in() {
    var page = board();

    page.keyboard().press("Control+k");
    page.keyboard().type("walk");
    assertThat(page.locator("dialog.pal [role=option]").first()).containsText("Walk-in");
    page.keyboard().press("Enter");

    assertThat(page.locator("#walk-in")).isFocused();
  }

  @Test
  void a_no_stops_the_check_in_and_says_what_to_do() {
    var page = board();
    row(page).focus();

    page.keyboard().press("i");
    assertThat(page.locator("[name=full-name][value=yes]")).isFocused();
    page.keyboard().press("y");
    page.keyboard().press("n");
    assertThat(page.getByText("Do not check in.")).isVisible();
    page.keyboard().press("Control+Enter");

    assertThat(page.getByText("Nobody was checked in")).isVisible();
    assertThat(arrivals.findFor(desk.actor(), appointment)).isEmpty();
  }

  @Test
  void what_was_done_is_undone_by_control_z() {
    arrivals.arrive(desk.actor(), appointment);
    var page = board();
    row(page).focus();

    page.keyboard().press("h");
    assertThat(page.locator("#g-with-clinician .br")).isVisible();
    page.keyboard().press("Control+z");

    assertThat(page.locator("#g-to-check-in .br")).isVisible();
    assertThat(visit().stage()).isEqualTo(Stage.ARRIVED);
  }

  @Test
  void a_patient_goes_through_the_house_by_single_letters() {
    desk.hasRoom("Room 4");
    var page = board();
    row(page).focus();

    page.keyboard().press("a");
    assertThat(page.locator("#g-to-check-in .br")).isVisible();
    page.keyboard().press("r");
    assertThat(page.locator("dialog.drawer [data-pick]:checked")).isFocused();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#g-roomed .br")).containsText("Room 4");
    assertThat(page.locator("#g-roomed .br")).containsText("Not identified");
    page.keyboard().press("h");
    assertThat(page.locator("#g-with-clinician .br")).isVisible();
    page.keyboard().press("d");
    assertThat(page.locator("#follow-up")).isFocused();
    page.keyboard().type("+4w okafor");
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#g-to-check-out .br")).containsText("Follow-up +4w okafor");
  }

  @Test
  void check_out_with_the_follow_up_as_ordered_takes_two_keys() {
    var leaving = leaving("+4w okafor");
    var page = board();
    row(page).focus();

    page.keyboard().press("o");
    assertThat(page.locator("dialog.drawer .opn.pick:has(:checked)"))
        .containsText("exactly 4 weeks");
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#g-gone .br")).isVisible();
    var finished = arrivals.find(desk.actor(), leaving.id()).orElseThrow();
    assertThat(finished.stage()).isEqualTo(Stage.FINISHED);
    assertThat(finished.followUpAppointment()).isNotNull();
    assertThat(expected.statusOf(appointment)).isEqualTo("fulfilled");
  }

  @Test
  void a_follow_up_taken_meanwhile_leaves_everything_as_it_was_and_offers_others_in_place() {
    var leaving = leaving("+4w okafor");
    var rival = leavingOf("Li", "Bo");
    var page = board();
    row(page).focus();
    page.keyboard().press("o");
    var first = page.locator("dialog.drawer .opn.pick:has(:checked)");
    assertThat(first).isVisible();
    var lost = page.locator("dialog.drawer input[data-pick='1']").inputValue();
    book(rival, lost);

    page.keyboard().press("Control+Enter");

    assertThat(page.locator("dialog.drawer .note.bad")).containsText("Nothing was changed");
    assertThat(page.locator("dialog.drawer input[data-pick='1']")).isVisible();
    assertThat(page.locator("dialog.drawer input[data-pick='1']").inputValue()).isNotEqualTo(lost);
    assertThat(arrivals.find(desk.actor(), leaving.id()).orElseThrow().stage())
        .isEqualTo(Stage.LEAVING);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#g-gone .br").getByText("Nguyễn")).isVisible();
  }

  @Test
  void a_check_out_undone_frees_the_follow_up() {
    var leaving = leaving("+4w okafor");
    var page = board();
    row(page).focus();
    page.keyboard().press("o");
    assertThat(page.locator("dialog.drawer .opn.pick:has(:checked)")).isVisible();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#g-gone .br")).isVisible();
    var followUp =
        Objects.requireNonNull(
            arrivals.find(desk.actor(), leaving.id()).orElseThrow().followUpAppointment());

    page.keyboard().press("Control+z");

    assertThat(page.locator("#g-to-check-out .br")).isVisible();
    assertThat(expected.statusOf(followUp)).isEqualTo("cancelled");
    assertThat(expected.statusOf(appointment)).isEqualTo("booked");
  }

  @Test
  void the_other_browser_sees_each_change_without_reload() {
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
    var mine = board();
    var theirs = signIn(sam);
    theirs.navigate(url("/today"));
    waitForStream(theirs);

    row(mine).focus();
    mine.keyboard().press("a");

    assertThat(theirs.locator("#g-to-check-in").getByText("Nguyễn")).isVisible(SOON);
    assertThat(theirs.locator("#n-to-check-in")).hasText("1");
    mine.keyboard().press("h");
    assertThat(theirs.locator("#g-with-clinician").getByText("Nguyễn")).isVisible(SOON);
    assertThat(theirs.locator("#n-to-check-in")).hasText("0");
  }

  @Test
  void a_row_waits_while_the_lane_is_in_use_and_comes_by_a_full_stop() {
    var other = expected.today(desk.hasPatient("Li", "Bo"));
    var page = board();
    waitForStream(page);
    row(page).focus();

    page.keyboard().press("ArrowUp");

    arrivals.arrive(desk.actor(), other);

    assertThat(page.locator("[data-fresh]")).containsText("1 change waits");
    assertThat(page.locator("#g-to-check-in .br")).hasCount(0);
    page.keyboard().press(".");
    assertThat(page.locator("#g-to-check-in .br")).hasCount(1);
  }

  @Test
  void the_menu_key_lists_what_the_letters_do() {
    var page = board();
    row(page).focus();

    page.keyboard().press("Shift+F10");

    assertThat(page.locator("dialog.row-menu")).containsText("Check in");
    assertThat(page.locator("dialog.row-menu")).not().containsText("Check out");
  }

  @Test
  void everything_is_done_by_mouse_as_well() {
    var page = board();

    row(page).click();
    page.locator("dialog.drawer").getByText("Note the arrival").click();

    assertThat(page.locator("#g-to-check-in .br")).isVisible();
  }

  @Test
  void a_walk_in_is_booked_and_here_in_one_step() {
    desk.hasPatient("Rossi", "Chiara");
    var page = board();
    row(page).focus();

    page.keyboard().press("w");
    assertThat(page.locator("#walk-in")).isFocused();
    page.keyboard().type("rossi");
    page.keyboard().press("Enter");
    assertThat(page.locator("#walk-type")).isFocused();
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#g-to-check-in .br")).containsText("Rossi, Chiara");
  }

  private Page board() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/today"));
    return page;
  }

  private Locator row(Page page) {
    return page.locator("#v-" + appointment.value() + "-n");
  }

  private static void waitForStream(Page page) {
    page.waitForSelector("html[data-live-state=on]");
  }

  private Visit leaving(String followUp) {
    var arrived = done(arrivals.arrive(desk.actor(), appointment));
    return done(arrivals.leaving(desk.actor(), arrived.id(), arrived.version(), followUp));
  }

  private Visit leavingOf(String family, String given) {
    var other = expected.today(desk.hasPatient(family, given));
    var arrived = done(arrivals.arrive(desk.actor(), other));
    return done(arrivals.leaving(desk.actor(), arrived.id(), arrived.version(), null));
  }

  private void book(Visit rival, String opening) {
    var request =
        ChosenOpening.read(opening)
            .orElseThrow()
            .request(desk.id(), rival.patient(), Why.through("check-out"), null);
    done(arrivals.checkOut(desk.actor(), rival.id(), rival.version(), request));
  }

  private Visit visit() {
    return arrivals.findFor(desk.actor(), appointment).orElseThrow();
  }

  private static Visit done(VisitOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).visit();
  }
}
