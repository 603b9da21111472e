package dev.liaison.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * The scripts, each on a page of the product whose content is exchanged for what the script is
 * found by: rows, a form, a drawer. The features' own tests press the same keys on their own pages.
 */
class BehavioursTest extends BrowserTest {
  private static final String ROWS =
      """
      <div class="lanes">
        <section class="lane" id="one" data-roving=".nm" data-roving-group="lanes"><header><h2>Here</h2></header><div>
          <div class="br" data-row data-key-i="/openings" data-key-f4="/openings?row=1" data-post-r="/settings"><a class="nm" id="a1" href="/recent">Li, Bo</a></div>
          <div class="br" data-row><a class="nm" id="a2" href="/recent">Ng, An</a></div></div></section>
        <section class="lane" id="two" data-roving=".nm" data-roving-group="lanes"><header><h2>Rooms</h2></header><div>
          <div class="br" data-row><a class="nm" id="b1" href="/recent">Kim, Seo-yeon</a></div></div></section>
      </div>
      """;

  private static final String DRAWER =
      """
      <dialog open class="drawer" aria-labelledby="drawer-h" data-back="/keys"><div class="dh">
        <h2 id="drawer-h" tabindex="-1">Find an opening</h2><a class="b push" href="/keys" data-close>Close</a></div>
        <form method="post" action="/settings" hx-post="/settings" hx-target="#drawer" hx-select="dialog.drawer">
        <div class="body"><input id="what" aria-label="What" data-focus></div><button class="b go">Book</button></form></dialog>
      """;

  /** As web/done.jte answers. */
  private static final String DONE =
      """
      <div hx-swap-oob="innerHTML:#toasts"><div class="toast" data-toast><span>Bo Li is in room 4.</span>
        <form method="post" action="/recent/undo" hx-post="/recent/undo" hx-swap="none"><button class="b small" data-undo>Undo</button></form></div></div>
      """;

  private static final String FORM =
      """
      <form method="post" action="/settings" data-draft="probe"><label for="family">Family name</label>
        <input id="family" name="family"><label for="note">Note</label><input id="note" name="note"></form>
      """;

  private static final String FOUND =
      """
      <a role="option" class="po" href="/recent" data-fits="1">Nguyễn, Thị Minh Anh <small>Mar 14, 1961</small></a>
      <a role="option" class="po" href="/commands" data-fits="%s">Nguyễn, Mai <small>Sep 30, 1998</small></a>
      """;

  @Test
  void a_list_is_one_tab_stop_and_the_arrows_move_in_it_and_to_the_next() {
    var page = with(ROWS);

    var stops =
        "[...document.querySelectorAll('[data-roving] a')].filter(a => a.tabIndex === 0).length";
    assertThat(page.evaluate(stops)).isEqualTo(2);
    page.locator("#a1").focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#a2")).isFocused();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#b1")).isFocused();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("End");
    assertThat(page.locator("#a2")).isFocused();
  }

  @Test
  void a_letter_on_a_row_opens_its_drawer_and_escape_gives_the_row_its_focus_back() {
    var page = with(ROWS);
    page.locator("#a1").focus();

    page.keyboard().press("i");

    assertThat(page.locator("#drawer dialog")).isVisible();
    assertThat(page.locator("#what")).isFocused();
    assertThat(page.url()).endsWith("/openings");
    page.keyboard().press("Escape");
    assertThat(page.locator("#drawer dialog")).hasCount(0);
    assertThat(page.locator("#a1")).isFocused();
    assertThat(page.url()).endsWith("/keys");
  }

  @Test
  void the_browsers_back_closes_the_drawer_and_leaves_the_page_as_it_was() {
    var page = with(ROWS);
    page.evaluate("window.same = true");
    page.keyboard().press("F4");
    assertThat(page.locator("#drawer dialog")).isVisible();

    page.goBack();

    assertThat(page.locator("#drawer dialog")).hasCount(0);
    assertThat(page.evaluate("window.same")).isEqualTo(true);
  }

  @Test
  void a_posted_act_says_what_it_did_and_ctrl_z_takes_it_back() {
    var page = with(ROWS);
    page.locator("#a1").focus();

    page.keyboard().press("r");

    assertThat(page.locator("#toasts")).containsText("Bo Li is in room 4.");
    assertThat(page.locator("#a1")).isFocused();
    var undone = page.waitForRequest("**/recent/undo", () -> page.keyboard().press("Control+z"));
    assertThat(undone.method()).isEqualTo("POST");
    assertThat(undone.headers()).containsKey("x-csrf-token");
  }

  @Test
  void a_form_in_a_drawer_that_went_well_closes_it_and_gives_the_row_its_focus_back() {
    var page = with(ROWS);
    page.locator("#a1").focus();
    page.keyboard().press("i");
    assertThat(page.locator("#what")).isFocused();

    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#toasts")).containsText("Bo Li is in room 4.");
    assertThat(page.locator("#drawer dialog")).hasCount(0);
    assertThat(page.locator("#a1")).isFocused();
    assertThat(page.url()).endsWith("/keys");
  }

  @Test
  void what_is_typed_before_the_drawer_comes_stands_in_its_field() {
    var page = with(ROWS);
    var asked = held(page, "**/openings*");
    page.locator("#a1").focus();

    page.keyboard().press("i");
    page.keyboard().type("fu oka");
    page.keyboard().press("Backspace");
    answered(page, asked, DRAWER);

    assertThat(page.locator("#what")).hasValue("fu ok");
    assertThat(page.locator("#what")).isFocused();
  }

  @Test
  void no_key_overtakes_those_before_it_when_the_drawer_comes() {
    var page = with(ROWS);
    var asked = held(page, "**/openings*");
    page.locator("#a1").focus();
    page.keyboard().press("i");
    page.keyboard().type("fu ");
    page.evaluate(
        """
        document.addEventListener('desk:opened', () => {
          for (const until = performance.now() + 600; performance.now() < until;);
        })
        """);

    answered(page, asked, DRAWER);
    page.waitForTimeout(150); // the page is busy by now; what is typed waits for it
    page.keyboard().type("oka");

    assertThat(page.locator("#what")).hasValue("fu oka");
  }

  @Test
  void ctrl_z_before_the_answer_of_an_act_takes_that_act_back() {
    var page = with(ROWS);
    var asked = held(page, "**/settings");
    page.locator("#a1").focus();

    page.keyboard().press("r");
    page.keyboard().press("Control+z");
    var undone = page.waitForRequest("**/recent/undo", () -> answered(page, asked, DONE));

    assertThat(undone.method()).isEqualTo("POST");
  }

  @Test
  void a_letter_after_the_drawers_last_key_acts_on_the_row_once_the_drawer_is_gone() {
    var page = with(ROWS);
    page.locator("#a1").focus();
    page.keyboard().press("i");
    assertThat(page.locator("#what")).isFocused();
    var asked = held(page, "**/settings");

    page.keyboard().press("Control+Enter");
    page.keyboard().press("i");
    answered(page, asked, DONE);

    page.waitForURL("**/openings");
    assertThat(page.locator("#what")).hasValue("");
  }

  @Test
  void a_letter_that_the_row_knows_only_after_the_act_waits_for_its_change() {
    var page = with(ROWS);
    page.locator("#a1").focus();
    page.keyboard().press("r");
    assertThat(page.locator("#toasts")).containsText("Bo Li is in room 4.");

    page.keyboard().press("h");
    var posted =
        page.waitForRequest(
            "**/settings",
            () ->
                page.evaluate(
                    """
                    document.querySelector('[data-row]').setAttribute('data-post-h', '/settings');
                    document.dispatchEvent(new CustomEvent('desk:changed'));
                    """));

    assertThat(posted.method()).isEqualTo("POST");
  }

  @Test
  void keys_after_an_act_that_was_refused_are_dropped() {
    var page = with(ROWS);
    var asked = held(page, "**/settings");
    page.locator("#a1").focus();

    page.keyboard().press("r");
    page.keyboard().press("i");
    page.waitForCondition(() -> asked.get() != null);
    asked.get().fulfill(new Route.FulfillOptions().setStatus(403));

    assertThat(page.locator("#alarm")).containsText("Nothing was changed");
    page.waitForTimeout(200);
    assertThat(page.locator("#drawer dialog")).hasCount(0);
    assertThat(page.url()).endsWith("/keys");
  }

  @Test
  void f4_on_a_row_asks_for_an_opening_for_that_row() {
    var page = with(ROWS);
    page.locator("#a1").focus();

    page.keyboard().press("F4");

    assertThat(page.locator("#drawer dialog")).isVisible();
    assertThat(page.url()).endsWith("/openings?row=1");
  }

  @Test
  void a_letter_in_a_field_is_a_letter() {
    var page = with(FORM);
    page.locator("#family").focus();

    page.keyboard().type("i?/.g");

    assertThat(page.locator("#family")).hasValue("i?/.g");
    assertThat(page.locator("dialog")).hasCount(0);
  }

  @Test
  void enter_takes_the_first_match_at_once_when_no_other_fits_as_well() {
    var page = with(ROWS, FOUND.formatted("2"));

    page.keyboard().press("F2");
    page.keyboard().type("nguy mi");
    page.keyboard().press("Enter");

    page.waitForURL("**/recent");
  }

  @Test
  void of_two_that_fit_as_well_the_first_enter_only_opens_the_list() {
    var page = with(ROWS, FOUND.formatted("1"));

    page.keyboard().press("F2");
    page.keyboard().type("nguy");
    page.keyboard().press("Enter");
    assertThat(page.locator("#find-list")).isVisible();
    page.waitForTimeout(200);
    assertThat(page.url()).endsWith("/keys");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");

    page.waitForURL("**/commands");
  }

  @Test
  void enter_takes_nothing_from_an_older_list_when_the_answer_does_not_come() {
    var page = with(ROWS, FOUND.formatted("2"));
    page.keyboard().press("F2");
    page.keyboard().type("nguy");
    assertThat(page.locator("#find-list")).isVisible();
    page.route(
        "**/patients/search", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));

    page.keyboard().type(" x");
    page.waitForResponse("**/patients/search", () -> page.keyboard().press("Enter"));

    page.waitForTimeout(200);
    assertThat(page.url()).endsWith("/keys");
  }

  @Test
  void what_is_typed_is_found_again_on_another_desk() {
    var desk = openDesk();
    var here = with(desk, FORM, "");
    here.waitForResponse(
        answer ->
            answer.url().endsWith("/drafts/probe") && answer.request().method().equals("POST"),
        () -> here.locator("#family").fill("García"));

    var elsewhere = with(desk, FORM, "");

    assertThat(elsewhere.locator("#family")).hasValue("García");
    assertThat(elsewhere.locator("#note")).hasValue("");
  }

  @Test
  void words_typed_into_the_patient_field_go_by_post_and_stand_in_no_address() {
    var page = with(ROWS, FOUND.formatted("2"));
    var asked = new AtomicReference<String>();
    page.onRequest(request -> {
      if (request.url().contains("/patients/search")) {
        asked.set(request.method() + " " + request.url());
      }
    });

    page.keyboard().press("F2");
    page.keyboard().type("nguy");
    assertThat(page.locator("#find-list")).isVisible();

    assertThat(asked.get()).startsWith("POST ").endsWith("/patients/search");
  }

  /** Takes the next question to that address and keeps its answer back. */
  private static AtomicReference<Route> held(Page page, String address) {
    var route = new AtomicReference<Route>();
    page.route(address, route::set);
    return route;
  }

  private static void answered(Page page, AtomicReference<Route> asked, String html) {
    page.waitForCondition(() -> asked.get() != null);
    var options = new Route.FulfillOptions().setContentType("text/html").setBody(html);
    asked.get().fulfill(html.equals(DONE) ? done(options) : options);
  }

  private static Route.FulfillOptions done(Route.FulfillOptions options) {
    return options.setHeaders(
        Map.of("Content-Type", "text/html", "HX-Reswap", "none", "HX-Trigger", "desk:done"));
  }

  private Page with(String content) {
    return with(content, "");
  }

  private Page with(String content, String found) {
    return with(openDesk(), content, found);
  }

  private Page with(TestDesk desk, String content, String found) {
    var page = signIn(desk.coordinator);
    page.route("**/keys", route -> exchange(route, content));
    page.route(
        "**/openings*",
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(DRAWER)));
    page.route(
        "**/settings", route -> route.fulfill(done(new Route.FulfillOptions()).setBody(DONE)));
    page.route(
        "**/patients/search",
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(found)));
    page.navigate(url("/keys"));
    page.waitForLoadState();
    return page;
  }

  private static void exchange(Route route, String content) {
    var answer = route.fetch();
    var body = answer.text();
    var from = body.indexOf("<section id=\"keys\"");
    var until = body.indexOf("</section></div>", from);
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(answer)
            .setBody(body.substring(0, from) + content + body.substring(until)));
  }
}
