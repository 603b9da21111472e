package dev.liaison.scheduling.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Role;
import dev.liaison.scheduling.AppointmentStatus;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Finding an opening and booking it, as a coordinator does: by words and by keys. */
@Order(1) // slow: begun last it would end alone
class OpeningPagesTest extends TomorrowsSchedule {
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
}
