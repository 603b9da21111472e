package dev.liaison.scheduling.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Role;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.MoveRequest;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving a visit on the schedule: by a typed time, by arrows, by the mouse. */
@Order(1) // slow: begun last it would end alone
class MovePagesTest extends TomorrowsSchedule {
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
}
