package dev.liaison;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.BoundingBox;
import dev.liaison.arrivals.Expectations;
import dev.liaison.facility.ResourceId;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The story of the product's first thread: one coordinator takes a patient from the first call to
 * check-out, a second one watches the board and sees each step without reloading.
 */
class TheThreadTest extends BrowserTest {
  // A step that is not seen by then is lost; the usual time is asserted over all steps.
  private static final ContainsTextOptions SEEN = new ContainsTextOptions().setTimeout(8000);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final List<Duration> delays = new ArrayList<>();
  private TestDesk desk;
  private Expectations clinic;
  private ResourceId reyes;
  private TestDesk.User sam;

  @BeforeEach
  void open() {
    desk = openDesk();
    clinic = new Expectations(desk);
    reyes = desk.hasPhysician("Reyes");
    desk.hasRoom("Room 4");
    sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
  }

  @Test
  void a_patient_goes_from_the_first_call_to_check_out_and_a_colleague_sees_each_step() {
    var theirs = signIn(sam);
    theirs.navigate(url("/today"));
    theirs.waitForSelector("html[data-live-state=on]");
    theirs.evaluate("window.notReloaded = true");
    var mine = signIn(desk.coordinator);
    assertThat(mine.locator("h1")).containsText("Today");

    register(mine);
    book(mine);
    var appointment = onlyAppointment();
    var row = theirs.locator("#v-" + appointment);
    sees(row, "Quist, Ada");
    sees(row, "Okafor");

    move(mine, appointment, row);
    throughTheHouse(mine, appointment, theirs);
    checkOut(mine, theirs);

    assertThat((Boolean) theirs.evaluate("window.notReloaded === true")).isTrue();
    assertThat(delays.stream().sorted().toList().get(delays.size() / 2))
        .isLessThanOrEqualTo(A_SECOND);
  }

  @Test
  void of_two_browsers_that_book_one_opening_one_has_it_and_the_other_gets_others_in_place() {
    var ada = desk.hasPatient("Quist", "Ada");
    var bo = desk.hasPatient("Li", "Bo");
    var first = signIn(desk.coordinator);
    var second = signIn(sam);
    for (var page : List.of(first, second)) {
      page.navigate(url("/patients/" + (page == first ? ada : bo).value() + "/openings"));
      page.keyboard().type("fu okafor");
      assertThat(page.locator("#book button")).containsText("Book");
    }
    var wanted = first.locator("#book button").getAttribute("value");
    assertThat(second.locator("#book button").getAttribute("value")).isEqualTo(wanted);

    first.keyboard().press("Enter");
    assertThat(first.locator("#toasts")).containsText("booked");
    second.locator("#book button").click();

    assertThat(second.locator("[role=alert].note")).containsText("Nothing was changed");
    assertThat(second.locator("[aria-label='Nearest alternatives'] button").first()).isVisible();
    second.keyboard().press("1");
    assertThat(second.locator("#toasts")).containsText("booked");
    assertThat(desk.countOf("appointment")).isEqualTo(2);
  }

  private static void register(Page mine) {
    mine.keyboard().press("F2");
    mine.keyboard().type("quist, ada");
    mine.keyboard().press("Enter");
    mine.waitForURL("**/patients/new/*");
    mine.keyboard().type("04021961");
    mine.keyboard().press("Tab");
    mine.keyboard().type("f");
    mine.locator("[name=phone]").fill("4025550137");
    mine.keyboard().press("Control+Enter");
    mine.waitForURL("**/openings");
  }

  /** From the patient's page, as for somebody who was found: F4, words, Enter. */
  private static void book(Page mine) {
    mine.keyboard().press("Escape");
    mine.waitForURL(address -> address.matches(".*/patients/[0-9a-f-]{36}"));
    mine.keyboard().press("F4");
    assertThat(mine.locator("#op")).isFocused();
    mine.keyboard().type("fu okafor");
    mine.keyboard().press("Enter");
    assertThat(mine.locator("#toasts")).containsText("booked");
  }

  /** By dragging to another column, then by keys ten minutes on. */
  private void move(Page mine, UUID appointment, Locator row) {
    var today = LocalDate.ofInstant(Instant.now(), clinic.zone);
    mine.navigate(url("/schedule?date=" + today));
    var block = mine.locator("#a-" + appointment);
    block.scrollIntoViewIfNeeded();
    drag(mine, block.boundingBox(), mine.locator("[data-col='" + reyes.value() + "']"));
    assertThat(mine.locator("#c-" + reyes.value() + " #a-" + appointment)).hasCount(1);
    sees(row, "Reyes");

    var before = row.locator(".tm").innerText();
    block.locator(".evb").focus();
    mine.keyboard().press("m");
    mine.keyboard().press("ArrowDown");
    mine.keyboard().press("ArrowDown");
    mine.keyboard().press("Enter");
    assertThat(mine.locator("#toasts")).containsText("moved");
    var asked = Instant.now();
    assertThat(row.locator(".tm")).not().hasText(before);
    delays.add(Duration.between(asked, Instant.now()));
  }

  private static void drag(Page page, BoundingBox box, Locator column) {
    var there = column.boundingBox();
    page.mouse().move(box.x + 20, box.y + 4);
    page.mouse().down();
    page.mouse().move(there.x + 30, box.y + 20);
    page.mouse().move(there.x + 40, box.y + 4 + 17);
    page.mouse().up();
  }

  private void throughTheHouse(Page mine, UUID appointment, Page theirs) {
    mine.navigate(url("/today"));
    mine.locator("#v-" + appointment + "-n").focus();
    mine.keyboard().press("i");
    assertThat(mine.locator("[name=full-name][value=yes]")).isFocused();
    mine.keyboard().press("Space");
    mine.keyboard().press("Space");
    mine.keyboard().press("Control+Enter");
    sees(theirs.locator("#g-waiting"), "Quist, Ada");

    assertThat(mine.locator("#g-waiting")).containsText("Quist, Ada");
    mine.locator("#v-" + appointment + "-n").focus();
    mine.keyboard().press("r");
    assertThat(mine.locator("dialog.drawer [data-pick]:checked")).isFocused();
    mine.keyboard().press("Control+Enter");
    sees(theirs.locator("#g-roomed"), "Room 4");

    assertThat(mine.locator("#g-roomed")).containsText("Quist, Ada");
    mine.keyboard().press("h");
    sees(theirs.locator("#g-with-clinician"), "Quist, Ada");

    assertThat(mine.locator("#g-with-clinician")).containsText("Quist, Ada");
    mine.keyboard().press("d");
    assertThat(mine.locator("#follow-up")).isFocused();
    mine.keyboard().type("+4w reyes");
    mine.keyboard().press("Control+Enter");
    sees(theirs.locator("#g-to-check-out"), "Follow-up +4w reyes");
  }

  private void checkOut(Page mine, Page theirs) {
    assertThat(mine.locator("#g-to-check-out")).containsText("Quist, Ada");
    mine.keyboard().press("o");
    assertThat(mine.locator("dialog.drawer .opn.pick:has(:checked)")).containsText("4 weeks");
    mine.keyboard().press("Control+Enter");
    sees(theirs.locator("#g-gone"), "Quist, Ada");

    assertThat(mine.locator("#toasts")).containsText("checked out");
    assertThat(desk.countOf("appointment")).isEqualTo(2);
  }

  private void sees(Locator where, String what) {
    var asked = Instant.now();
    assertThat(where).containsText(what, SEEN);
    delays.add(Duration.between(asked, Instant.now()));
  }

  private UUID onlyAppointment() {
    return desk.asks(sql ->
        sql.sql("select id from appointment where organization_id = :organization")
            .param("organization", desk.id())
            .query(UUID.class)
            .single());
  }
}
