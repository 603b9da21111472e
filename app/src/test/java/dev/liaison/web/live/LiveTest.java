package dev.liaison.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.liaison.facility.LocationId;
import dev.liaison.identity.Identity;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import dev.liaison.web.live.ProbePart.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The stream, from a change to the eyes of those who watch, on a page with two lanes. */
class LiveTest extends BrowserTest {
  @Autowired private Live live;
  @Autowired private Watchers watchers;
  @Autowired private ProbePart probe;
  @Autowired private Identity identity;

  private UUID subject = Ids.next();
  private UUID patient = Ids.next();

  @BeforeEach
  void somebody_else() {
    subject = Ids.next();
    patient = Ids.next();
  }

  @Test
  void a_change_reaches_a_second_browser_within_a_second() {
    var desk = openDesk();
    var page = watching(newBrowser(), desk.coordinator);

    comesTo(desk, "lane-here", "Li, Bo");

    assertThat(page.locator("#lane-here .nm")).hasText("Li, Bo", within(1000));
  }

  @Test
  void eight_tabs_share_one_stream_and_all_see_the_change() {
    var desk = openDesk();
    var browser = newBrowser();
    var tabs = new ArrayList<Page>();
    tabs.add(watching(browser, desk.coordinator));
    var streams = new ArrayList<String>();
    browser.onRequest(request -> {
      if (request.url().endsWith("/live")) {
        streams.add(request.url());
      }
    });
    while (tabs.size() < 8) {
      tabs.add(open(browser));
    }

    comesTo(desk, "lane-here", "Li, Bo");

    for (var tab : tabs) {
      assertThat(tab.locator("#lane-here .nm")).hasText("Li, Bo");
    }
    assertThat(streams).isEmpty();
    assertThat(watchers.at(desk.organization, desk.clinic)).isNotEmpty();
  }

  @Test
  void when_the_tab_with_the_stream_closes_another_takes_it_over() {
    var desk = openDesk();
    var browser = newBrowser();
    var first = watching(browser, desk.coordinator);
    var second = open(browser);
    first.close();
    eventually(() -> second.locator("html[data-live-state=on]").count() == 1);

    comesTo(desk, "lane-here", "Li, Bo");

    assertThat(second.locator("#lane-here .nm")).hasText("Li, Bo");
  }

  @Test
  void another_organization_and_another_place_see_nothing() {
    var desk = openDesk();
    var other = openDesk();
    var imaging = desk.hasLocation("imaging", "Juniper Imaging", TestDesk.ZONE);
    var mine = watching(newBrowser(), desk.coordinator);
    var foreign = watching(newBrowser(), other.coordinator);
    var otherPlace = watching(newBrowser(), desk.hasUser(Role.COORDINATOR, "Ada Osei"), imaging);

    comesTo(desk, "lane-here", "Li, Bo");
    assertThat(mine.locator("#lane-here .nm")).hasText("Li, Bo");
    subject = Ids.next();
    comesTo(desk, imaging, "lane-rooms", "Ng, An"); // drawn after: who has this missed nothing

    assertThat(otherPlace.locator("#lane-rooms .nm")).hasText("Ng, An");
    assertThat(otherPlace.locator("#lane-here .nm")).hasCount(0);
    assertThat(mine.locator("#lane-rooms .nm")).hasCount(0);
    assertThat(foreign.locator(".nm")).hasCount(0);
  }

  @Test
  void who_logged_out_gets_nothing_more_and_is_led_to_the_log_in() {
    var desk = openDesk();
    var browser = newBrowser();
    var page = watching(browser, desk.coordinator);
    var other = open(browser);

    other.locator(".who").click();
    other.locator("button:has-text('Log out')").click();
    page.waitForURL(address -> address.contains("/login"));
    comesTo(desk, "lane-here", "Li, Bo");

    assertThat(watchers.at(desk.organization, desk.clinic)).isEmpty();
    assertThat(page.content()).doesNotContain("Li, Bo");
  }

  @Test
  void who_lost_the_role_gets_nothing_more() {
    var desk = openDesk();
    var user = desk.hasUser(Role.COORDINATOR, "Ada Osei");
    watching(newBrowser(), user);

    identity.endMembership(desk.actor(), user.actor().user());

    eventually(() -> watchers.at(desk.organization, desk.clinic).isEmpty());
  }

  @Test
  void who_goes_from_page_to_page_keeps_one_stream_and_it_lives() {
    var desk = openDesk();
    var browser = newBrowser();
    var page = watching(browser, desk.coordinator);
    for (var n = 0; n < 12; n++) {
      page.reload();
    }
    eventually(() -> page.locator("html[data-live-state=on]").count() == 1);

    comesTo(desk, "lane-here", "Li, Bo");

    assertThat(page.locator("#lane-here .nm")).hasText("Li, Bo");
    assertThat(watchers.at(desk.organization, desk.clinic)).hasSizeLessThan(3);
  }

  @Test
  void a_part_is_drawn_once_for_all_of_one_role_and_once_more_for_another() {
    var desk = openDesk();
    var watching =
        List.of(
            watching(newBrowser(), desk.coordinator),
            watching(newBrowser(), desk.hasUser(Role.COORDINATOR, "Ada Osei")),
            watching(newBrowser(), desk.hasUser(Role.SUPERVISOR, "Sam Ortiz")));
    comesTo(desk, "lane-here", "Li, Bo"); // seen by all: none still catches up
    watching.forEach(page -> assertThat(page.locator("#lane-here .nm")).hasText("Li, Bo"));

    subject = Ids.next();
    comesTo(desk, "lane-rooms", "Ng, An");

    watching.forEach(page -> assertThat(page.locator("#lane-rooms .nm")).hasText("Ng, An"));
    assertThat(probe.drawn(subject)).isEqualTo(2);
  }

  @Test
  void a_patient_who_newly_appears_is_in_the_audit_once() {
    var desk = openDesk();
    var page = watching(newBrowser(), desk.coordinator);

    comesTo(desk, "lane-here", "Li, Bo");
    assertThat(page.locator("#lane-here .nm")).hasText("Li, Bo");
    comesTo(desk, "lane-rooms", "Li, Bo");
    assertThat(page.locator("#lane-rooms .nm")).hasText("Li, Bo");

    var rows =
        desk.asks(sql ->
            sql.sql(
                    "select count(*) from audit_event_patient where organization_id = ? and patient_id = ?")
                .param(desk.id())
                .param(patient)
                .query(Long.class)
                .single());
    assertThat(rows).isEqualTo(1L);
  }

  @Test
  void nothing_moves_in_the_lane_that_has_the_focus_until_the_dot_brings_it_in() {
    var desk = openDesk();
    var page = watching(newBrowser(), desk.coordinator);
    comesTo(desk, "lane-here", "Li, Bo");
    page.locator("#lane-here .nm").press("Shift"); // whoever touches nothing has no focus to lose
    page.mouse().move(5, 5);
    var late = Ids.next();

    probe.put(late, new Row("lane-here", "0900", "Ng, An", Ids.next()));
    live.changed(desk.organization, desk.clinic, "probe", late);

    assertThat(page.locator("#box-here [data-fresh]")).hasText("1 change waits.");
    assertThat(page.locator("#lane-here .nm")).hasCount(1);
    page.keyboard().press(".");
    assertThat(page.locator("#lane-here .nm")).hasText(new String[] {"Ng, An", "Li, Bo"});
    assertThat(page.locator("#box-here [data-fresh]")).hasCount(0);
    assertThat(page.locator("#row-" + subject + " .nm")).isFocused();
  }

  @Test
  void a_text_changes_in_place_even_under_the_focus_and_keeps_it() {
    var desk = openDesk();
    var page = watching(newBrowser(), desk.coordinator);
    comesTo(desk, "lane-here", "Li, Bo");
    page.locator("#lane-here .nm").focus();

    comesTo(desk, "lane-here", "Li, Bo · Rm 4");

    assertThat(page.locator("#lane-here .nm")).hasText("Li, Bo · Rm 4");
    assertThat(page.locator("#lane-here .nm")).isFocused();
  }

  @Test
  void what_is_gone_goes() {
    var desk = openDesk();
    var page = watching(newBrowser(), desk.coordinator);
    comesTo(desk, "lane-here", "Li, Bo");
    assertThat(page.locator("#lane-here .nm")).hasCount(1);

    probe.remove(subject);
    live.changed(desk.organization, desk.clinic, "probe", subject);

    assertThat(page.locator("#lane-here .nm")).hasCount(0);
  }

  private void comesTo(TestDesk desk, String lane, String text) {
    comesTo(desk, desk.clinic, lane, text);
  }

  private void comesTo(TestDesk desk, LocationId place, String lane, String text) {
    probe.put(subject, new Row(lane, "1000", text, patient));
    live.changed(desk.organization, place, "probe", subject);
  }

  /** Logged in, on a page with two empty lanes, its stream open. */
  private Page watching(BrowserContext browser, TestDesk.User user) {
    signIn(browser, user).close();
    return watching(browser);
  }

  /** The same, looking at a place that is not the first. */
  private Page watching(BrowserContext browser, TestDesk.User user, LocationId place) {
    var page = signIn(browser, user);
    var choice = page.locator("form[action='/place'] button[value='" + place.value() + "']");
    page.waitForNavigation(() -> choice.dispatchEvent("click"));
    page.close();
    return watching(browser);
  }

  private Page watching(BrowserContext browser) {
    var page = open(browser);
    eventually(() -> page.locator("html[data-live-state=on]").count() == 1);
    return page;
  }

  private Page open(BrowserContext browser) {
    var page = browser.newPage();
    page.route("**/keys", LiveTest::withLanes);
    page.navigate(url("/keys"));
    page.waitForLoadState();
    return page;
  }

  // A real page of the product, its content exchanged: every handler but this test's is real.
  private static void withLanes(Route route) {
    try {
      exchange(route);
    } catch (PlaywrightException e) {
      // What a page still asked for when it closed must not fail the test after.
      if (!Objects.requireNonNullElse(e.getMessage(), "").contains("has been closed")) {
        throw e;
      }
    }
  }

  private static void exchange(Route route) {
    var answer = route.fetch();
    var body = answer.text();
    var from = body.indexOf("<section id=\"keys\"");
    if (from < 0) {
      route.fulfill(new Route.FulfillOptions().setResponse(answer));
      return;
    }
    var until = body.indexOf("</section></div>", from);
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(answer)
            .setBody(body.substring(0, from) + ProbePart.lanes("") + body.substring(until)));
  }

  private static HasTextOptions within(int millis) {
    return new HasTextOptions().setTimeout(millis);
  }

  private static void eventually(BooleanSupplier condition) {
    var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("not within five seconds");
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
