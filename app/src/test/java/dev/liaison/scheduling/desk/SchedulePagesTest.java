package dev.liaison.scheduling.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.liaison.testing.TestDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The schedule of a day, as a coordinator uses it: by keys and by mouse. */
@Order(1) // slow: begun last it would end alone
class SchedulePagesTest extends TomorrowsSchedule {
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
