package dev.liaison.scheduling.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.scheduling.MoveRequest;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The schedule and the openings, as a coordinator uses them: by keys and by mouse. */
@Order(1) // slow: begun last it would end alone
class SchedulePagesTest extends BrowserTest {
  @Autowired private Scheduling scheduling;

  // Tomorrow, so that no hour of the test's run is past.
  private final LocalDate day = LocalDate.now(TestDesk.ZONE).plusDays(1);
  private TestDesk desk;
  private ResourceId okafor;
  private ResourceId reyes;
  private AppointmentTypeId followUp;
  private PatientId luz;

  @BeforeEach
  void open() {
    desk = openDesk();
    okafor = desk.hasPhysician("Okafor");
    reyes = desk.hasPhysician("Reyes");
    followUp = desk.hasType("Follow-up", "FU", 20);
    desk.hasType("New patient", "NEW", 40);
    luz = desk.hasPatient("García Peñaloza", "Luz");
  }

  private Instant at(String time) {
    return day.atTime(LocalTime.parse(time)).atZone(TestDesk.ZONE).toInstant();
  }

  private AppointmentId booked(PatientId patient, ResourceId whom, String time) {
    return booked(desk.coordinator, patient, whom, time);
  }

  private AppointmentId booked(TestDesk.User by, PatientId patient, ResourceId whom, String time) {
    var request =
        new BookingRequest(
            Ids.next(), patient, followUp, desk.clinic, whom, at(time), Why.through("phone"), null);
    return ((Booked) scheduling.book(by.actor(), request)).appointment();
  }

  private Appointment find(AppointmentId id) {
    return scheduling.find(desk.actor(), id).orElseThrow();
  }

  private List<Appointment> ofLuz() {
    return scheduling.ofPatient(desk.actor(), luz, 9);
  }

  private Page schedule() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/schedule?date=" + day));
    return page;
  }

  private static Locator block(Page page, AppointmentId id) {
    return page.locator("#a-" + id.value());
  }

  private String tomorrow() {
    return day.getMonthValue() + "/" + day.getDayOfMonth();
  }

  @Test
  void the_first_opening_is_booked_by_words_and_enter() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/patients/" + luz.value() + "/openings"));
    assertThat(page.locator("#op")).isFocused();

    page.keyboard().type("fu okafor am " + tomorrow());
    page.keyboard().press("Enter");
    page.waitForURL("**/schedule?date=" + day);

    assertThat(ofLuz())
        .singleElement()
        .satisfies(a -> {
          assertThat(a.practitioner()).isEqualTo(okafor);
          assertThat(a.during().start()).isEqualTo(at("08:00"));
        });
    assertThat(page.locator("#toasts")).containsText("Luz García Peñaloza booked");
  }

  @Test
  void what_was_booked_over_a_patients_page_stands_on_it_when_the_drawer_closes() {
    var page = signIn(desk.coordinator);
    var address = url("/patients/" + luz.value());
    page.navigate(address);
    assertThat(page.locator("#panel-appointments")).containsText("No appointment yet.");

    page.keyboard().press("F4");
    assertThat(page.locator("#op")).isFocused();
    page.keyboard().type("fu okafor am " + tomorrow());
    page.keyboard().press("Enter");

    assertThat(page.locator("#panel-appointments li.next"))
        .containsText("Follow-up 20 min with Dr. Okafor");
    assertThat(page.locator("dialog.drawer")).hasCount(0);
    assertThat(page).hasURL(address);
  }

  @Test
  void what_is_done_while_a_page_is_read_anew_has_it_read_once_more() {
    var page = signIn(desk.coordinator);
    var address = url("/patients/" + luz.value());
    page.navigate(address);
    var read = new ArrayList<String>();
    page.onRequest(request -> read.add(request.url()));

    page.evaluate(
        "for (let n = 0; n < 3; n++) document.dispatchEvent(new CustomEvent('desk:done'))");

    page.waitForCondition(() -> read.stream().filter(address::equals).count() == 2);
  }

  @Test
  void what_was_understood_is_said_back_and_what_was_not_is_named() {
    var page = signIn(desk.coordinator);
    page.navigate(url("/patients/" + luz.value() + "/openings"));

    page.keyboard().type("new okafor or reyes, mon-wed am, by +2w");
    assertThat(page.locator("#found .chip"))
        .hasText(
            new Pattern[] {
              Pattern.compile("New patient 40 min"),
              Pattern.compile("Dr. Okafor or Dr. Reyes"),
              Pattern.compile("Mon to Wed"),
              Pattern.compile("before noon"),
              Pattern.compile(".* – .*")
            });
    page.locator("#op").fill("fu xyzzy");

    assertThat(page.locator("#found")).containsText("“xyzzy” is no visit");
    assertThat(page.locator("#book button")).hasCount(0);
  }

  @Test
  void two_browsers_that_book_the_same_opening_one_gets_it_the_other_the_nearest_in_place() {
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
    var page = signIn(desk.coordinator);
    page.navigate(url("/patients/" + luz.value() + "/openings"));
    page.keyboard().type("fu okafor " + tomorrow());
    assertThat(page.locator("#book button")).containsText("Book 8:00 am");

    booked(sam, desk.hasPatient("Li", "Bo"), okafor, "08:00");
    page.locator("#book button").click();

    assertThat(page.locator("[role=alert].note")).containsText("was just booked");
    assertThat(page.locator("[role=alert].note")).containsText("by Sam Ortiz, for another patient");
    assertThat(page.locator("[role=alert].note"))
        .containsText("Nothing was changed for Luz García Peñaloza");
    var alternatives = page.locator("[aria-label='Nearest alternatives'] button");
    assertThat(alternatives).hasCount(4);
    assertThat(alternatives.first()).isFocused();
    assertThat(ofLuz()).isEmpty();

    page.keyboard().press("2");
    page.waitForURL("**/schedule?date=*");
    assertThat(ofLuz()).hasSize(1);
  }

  @Test
  void what_took_place_while_the_desk_was_down_is_entered_with_that_reason() {
    var page = signIn(desk.coordinator);
    var yesterday = day.minusDays(2);
    page.navigate(url("/patients/" + luz.value() + "/openings"));

    page.keyboard()
        .type("fu okafor " + yesterday.getMonthValue() + "/" + yesterday.getDayOfMonth());
    page.keyboard().type("/" + yesterday.getYear() + " 9a");
    page.keyboard().press("Enter");
    page.waitForURL("**/schedule?date=" + yesterday);

    assertThat(ofLuz())
        .singleElement()
        .satisfies(a -> assertThat(a.exception()).isEqualTo("entered-after-downtime"));
  }

  @Test
  void an_undo_that_comes_too_late_says_who_has_the_time_now() {
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
    var id = booked(luz, okafor, "10:00");
    var page = schedule();
    block(page, id).locator(".evb").focus();
    page.keyboard().press("m");
    page.keyboard().type("1130");
    page.keyboard().press("Enter");
    assertThat(page.locator("#toasts")).containsText("moved to");
    booked(sam, desk.hasPatient("Li", "Bo"), okafor, "10:00");

    page.locator("h1").click();
    page.keyboard().press("Control+z");

    assertThat(page.locator("#toasts"))
        .containsText("was just booked by Sam Ortiz, for another patient. Nothing was changed.");
    assertThat(find(id).during().start()).isEqualTo(at("11:30"));
  }

  @Test
  void the_schedule_opens_with_the_keyboard_in_it() {
    booked(luz, okafor, "10:00");
    var page = schedule();

    assertThat(page.locator(".evb:focus, .gapb:focus")).hasCount(1);
    page.evaluate("document.activeElement.blur()");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".evb:focus, .gapb:focus")).hasCount(1);
  }

  @Test
  void a_booking_is_undone_from_its_toast() {
    var page = schedule();
    page.locator(".gapb").first().focus();
    page.keyboard().press("Enter");
    page.locator("#whom").fill("garcia");
    page.locator("[role=option]").first().waitFor();
    page.keyboard().press("Enter");
    assertThat(page.locator("#op")).hasValue(Pattern.compile("okafor .*"));
    page.keyboard().type("fu");
    page.keyboard().press("Enter");
    assertThat(page.locator("#toasts")).containsText("booked");
    assertThat(page.locator("dialog.drawer")).hasCount(0);
    assertThat(page.locator(".ev")).hasCount(1);

    page.locator("h1").click();
    page.keyboard().press("Control+z");

    assertThat(page.locator(".ev")).hasCount(0);
    assertThat(ofLuz())
        .singleElement()
        .satisfies(a -> assertThat(a.status()).isEqualTo(AppointmentStatus.CANCELLED));
  }

  @Test
  void a_visit_moves_by_m_and_a_typed_time_in_ten_keys() {
    var id = booked(luz, okafor, "10:00");
    var page = schedule();
    block(page, id).locator(".evb").focus();

    page.keyboard().press("m");
    page.keyboard()
        .type(day.plusDays(1).getDayOfWeek().name().toLowerCase(Locale.ROOT).substring(0, 3));
    page.keyboard().type(" 1130");
    assertThat(page.locator("#move-says"))
        .hasText(Spoken.day(day.plusDays(1)) + ", 11:30 am, Dr. Okafor");
    assertThat(page.locator("#move-who")).containsText("García Peñaloza");
    page.keyboard().press("Enter");
    assertThat(page.locator("#toasts")).containsText("moved to");

    assertThat(find(id).told()).isEqualTo(day.plusDays(1).atTime(11, 30));
    assertThat(block(page, id)).hasCount(0);
    assertThat(page.locator("[data-peek-says]")).not().containsText("García");
  }

  @Test
  void a_visit_moves_by_m_and_arrows_and_undo_brings_it_back() {
    var id = booked(luz, okafor, "10:00");
    var page = schedule();
    block(page, id).locator(".evb").focus();

    page.keyboard().press("m");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#move-says")).hasText("10:10 AM, Dr. Reyes");
    page.keyboard().press("Enter");
    assertThat(page.locator("#c-" + reyes.value() + " #a-" + id.value())).hasCount(1);
    assertThat(find(id).during().start()).isEqualTo(at("10:10"));
    page.keyboard().press("Control+z");

    assertThat(page.locator("#c-" + okafor.value() + " #a-" + id.value())).hasCount(1);
    assertThat(find(id).during().start()).isEqualTo(at("10:00"));
    assertThat(find(id).practitioner()).isEqualTo(okafor);
  }

  @ParameterizedTest(name = "letters of {0} px")
  @ValueSource(ints = {16, 20})
  void a_visit_moves_by_dragging_and_snaps_to_five_minutes(int letters) {
    var id = booked(luz, okafor, "10:00");
    var page = schedule();
    page.evaluate("size => { document.documentElement.style.fontSize = `${size}px`; }", letters);
    var twentyMinutes = 4 * letters / 2;
    block(page, id).scrollIntoViewIfNeeded();
    var box = block(page, id).boundingBox();
    var there = page.locator("[data-col='" + reyes.value() + "']").boundingBox();

    page.mouse().move(box.x + 20, box.y + 4);
    page.mouse().down();
    page.mouse().move(there.x + 30, box.y + 30);
    page.mouse().move(there.x + 40, box.y + 4 + twentyMinutes + 1);
    page.mouse().up();

    assertThat(page.locator("#c-" + reyes.value() + " #a-" + id.value())).hasCount(1);
    assertThat(find(id).during().start()).isEqualTo(at("10:20"));
    assertThat(find(id).practitioner()).isEqualTo(reyes);
    assertThat(page.locator("dialog.drawer")).hasCount(0);
  }

  @Test
  void a_move_onto_somebody_elses_time_changes_nothing_and_offers_the_nearest() {
    var id = booked(luz, okafor, "10:00");
    booked(desk.hasPatient("Li", "Bo"), okafor, "11:00");
    var page = schedule();
    block(page, id).locator(".evb").focus();

    page.keyboard().press("m");
    page.keyboard().type("1105");
    page.keyboard().press("Enter");

    assertThat(page.locator("dialog.drawer [role=alert]").first())
        .containsText("Nothing was changed");
    assertThat(find(id).during().start()).isEqualTo(at("10:00"));
    page.keyboard().press("1");
    assertThat(page.locator("dialog.drawer")).hasCount(0);
    assertThat(find(id).version()).isEqualTo(2);
  }

  @Test
  void a_second_browser_sees_a_move_without_reload() {
    var id = booked(luz, okafor, "10:00");
    var watching = schedule();
    watching.waitForSelector("html[data-live-state=on]");

    scheduling.move(desk.actor(), new MoveRequest(id, 1, at("14:00"), reyes));

    assertThat(watching.locator("#c-" + reyes.value() + " #a-" + id.value())).hasCount(1);
  }

  @Test
  void a_visit_is_cancelled_with_its_reason_on_a_digit_and_the_time_is_free() {
    var id = booked(luz, okafor, "10:00");
    var page = schedule();
    block(page, id).locator(".evb").focus();

    page.keyboard().press("x");
    page.locator("dialog.drawer .opn").first().waitFor();
    page.keyboard().press("1");

    assertThat(block(page, id)).hasCount(0);
    assertThat(find(id).cancelReason()).isEqualTo("Patient asked");
    page.keyboard().press("Control+z");
    assertThat(block(page, id)).hasCount(1);
  }

  @Test
  void arrows_walk_through_blocks_and_free_time_and_the_strip_tells_the_block_whole() {
    var id = booked(luz, okafor, "08:00");
    var other = booked(desk.hasPatient("Li", "Bo"), reyes, "08:00");
    var page = schedule();
    block(page, id).locator(".evb").focus();
    assertThat(page.locator("[data-peek]")).containsText("García Peñaloza, Luz");
    assertThat(page.locator("[data-peek]")).containsText("Apr 2, 1961");

    page.keyboard().press("ArrowDown");
    assertThat(page.locator("[data-peek]")).containsText("Free 8:20");
    page.keyboard().press("Home");
    page.keyboard().press("ArrowRight");

    assertThat(block(page, other).locator(".evb")).isFocused();
  }

  @Test
  void the_day_is_left_by_brackets_and_gone_to_by_d() {
    var page = schedule();

    page.keyboard().press("]");
    page.waitForURL("**/schedule?date=" + day.plusDays(1));
    page.keyboard().press("[");
    page.waitForURL("**/schedule?date=" + day);
    page.keyboard().press("d");
    page.keyboard().type("+4w");
    page.keyboard().press("Enter");
    page.waitForURL("**/schedule?date=" + LocalDate.now(TestDesk.ZONE).plusWeeks(4));
    page.keyboard().press("d");
    page.keyboard().type("2/30");
    page.keyboard().press("Enter");

    assertThat(page.locator("#go-e")).containsText("2/30 is not a day of the calendar");
    assertThat(page.locator("#go")).hasValue("2/30");
  }

  @Test
  void the_day_sheet_names_place_date_and_patients_and_is_audited_as_a_print() {
    booked(luz, okafor, "10:00");
    var page = signIn(desk.coordinator);

    page.navigate(url("/day-sheet?date=" + day));

    assertThat(page.locator("h1")).containsText("Juniper Flats Clinic");
    assertThat(page.locator("tbody tr")).containsText("García Peñaloza, Luz");
    assertThat(page.locator("tbody tr")).containsText("Apr 2, 1961");
    var prints =
        desk.asks(jdbc ->
            jdbc.sql("select count(*) from audit_event where action = 'print'")
                .query(Long.class)
                .single());
    assertThat(prints).isEqualTo(1L);
  }

  @Test
  void another_organizations_appointment_is_not_found() {
    var stranger = openDesk();
    var id = booked(luz, okafor, "10:00");
    var page = signIn(stranger.coordinator);

    assertThat(page.navigate(url("/appointments/" + id.value())).status()).isEqualTo(404);
    assertThat(page.navigate(url("/patients/" + luz.value() + "/openings")).status())
        .isEqualTo(404);
  }

  @Test
  void axe_finds_nothing_on_a_full_day_and_in_its_drawers() {
    var id = booked(luz, okafor, "10:00");
    booked(desk.hasPatient("Li", "Bo"), reyes, "10:00");
    var page = schedule();
    var openings = "/patients/" + luz.value() + "/openings";
    var found = new ArrayList<String>();

    axe(page, found);
    block(page, id).locator(".evb").focus();
    page.keyboard().press("m");
    axe(page, found);
    page.keyboard().press("Escape");
    block(page, id).locator(".evb").click();
    page.locator("dialog.drawer dl").waitFor();
    axe(page, found);
    for (var path : List.of("/move", "/cancel")) {
      page.navigate(url("/appointments/" + id.value() + path));
      axe(page, found);
    }
    page.navigate(url(openings));
    axe(page, found);
    page.locator("#op").fill("fu okafor or reyes am");
    page.locator("#found .opn").first().waitFor();
    axe(page, found);

    assertThat(found).isEmpty();
  }

  private static void axe(Page page, List<String> found) {
    var rules = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    for (var rule : new AxeBuilder(page).withTags(rules).analyze().getViolations()) {
      rule.getNodes()
          .forEach(node -> found.add(page.url() + " " + rule.getId() + " " + node.getHtml()));
    }
  }

  @Test
  void everything_works_without_a_script() {
    var context = newBrowser(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var page = signIn(context, desk.coordinator);
    page.navigate(url("/patients/" + luz.value() + "/openings"));

    page.locator("#op").fill("fu okafor " + tomorrow());
    page.locator("#op").press("Enter");
    assertThat(page.locator("#op")).hasValue("fu okafor " + tomorrow());
    page.locator(".opn").nth(1).click();

    assertThat(page.locator("h1")).isVisible();
    assertThat(ofLuz())
        .singleElement()
        .satisfies(a -> assertThat(a.during().start()).isEqualTo(at("08:20")));
    page.locator(".evb").first().click();
    page.locator("a[href$='/move']").click();
    page.locator("#move-when").fill("1130");
    page.locator("#move-when").press("Enter");
    assertThat(ofLuz())
        .singleElement()
        .satisfies(a -> assertThat(a.during().start()).isEqualTo(at("11:30")));
  }
}
