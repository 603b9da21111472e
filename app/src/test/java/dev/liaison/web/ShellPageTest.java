package dev.liaison.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.testing.BrowserTest;
import dev.liaison.testing.TestDesk;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every page has: keys, commands, menus, settings, toasts, drafts. */
class ShellPageTest extends BrowserTest {
  @Autowired private Toasts toasts;

  @Test
  void f2_and_the_slash_go_to_the_patient_field_from_anywhere() {
    var page = at("/keys", openDesk());

    page.keyboard().press("F2");

    assertThat(page.locator("#find")).isFocused();
    page.keyboard().press("Escape");
    page.locator("h1").click();
    page.keyboard().press("/");
    assertThat(page.locator("#find")).isFocused();
    assertThat(page.locator("#find")).hasValue("");
  }

  @Test
  void ctrl_k_opens_the_commands_and_enter_goes_where_the_words_say() {
    var page = at("/keys", openDesk());

    page.keyboard().press("Control+k");
    assertThat(page.locator("dialog.pal [role=option]").first()).isVisible();
    page.keyboard().type("rec");
    page.keyboard().press("Enter");

    page.waitForURL("**/recent");
  }

  @Test
  void escape_closes_the_commands_and_gives_the_focus_back() {
    var page = at("/keys", openDesk());
    page.locator(".rail a").nth(1).focus();

    page.keyboard().press("Control+k");
    assertThat(page.locator("#palette")).isFocused();
    page.keyboard().press("Escape");

    assertThat(page.locator("dialog.pal")).hasCount(0);
    assertThat(page.locator(".rail a").nth(1)).isFocused();
  }

  @Test
  void the_question_mark_shows_all_keys_over_the_page() {
    var page = at("/recent", openDesk());

    page.keyboard().press("?");

    assertThat(page.locator("dialog.page-part")).containsText("find a patient");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.page-part")).hasCount(0);
    assertThat(page.url()).endsWith("/recent");
  }

  @Test
  void g_and_a_letter_go_to_a_place_unless_letters_are_turned_off() {
    var page = at("/keys", openDesk());

    page.keyboard().press("g");
    page.keyboard().press("p");
    page.waitForURL("**/patients");

    page.navigate(url("/keys"));
    page.locator("summary.who").click();
    page.locator("button[name=letters]").click();
    assertThat(page.locator("html")).hasAttribute("data-letters", "off");
    page.keyboard().press("g");
    page.keyboard().press("p");
    page.waitForTimeout(300);
    assertThat(page.url()).endsWith("/keys");
  }

  @Test
  void a_person_chooses_dark_and_finds_it_dark_again() {
    var page = at("/keys", openDesk());

    page.locator("summary.who").click();
    page.locator("button[name=theme][value=dark]").click();

    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.navigate(url("/recent"));
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(14, 19, 26)");
  }

  @Test
  void a_place_is_changed_by_keyboard_and_every_page_tells_its_time() {
    var desk = openDesk();
    desk.hasLocation("imaging", "Juniper Flats Imaging", ZoneId.of("Asia/Tokyo"));
    var page = at("/keys", desk);

    page.locator("summary.place").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");

    assertThat(page.locator("summary.place")).containsText("Juniper Flats Imaging");
    assertThat(page.locator("time[data-clock]")).hasAttribute("data-clock", "Asia/Tokyo");
  }

  @Test
  void a_place_of_another_organization_is_not_found() {
    var desk = openDesk();
    var other = openDesk();
    var page = at("/keys", desk);

    page.locator("summary.place").click();
    page.evaluate(
        "id => document.querySelector('button[name=location]').value = id",
        other.clinic.value().toString());
    page.locator("button[name=location]").first().click();

    assertThat(page.locator("h1")).hasText("There is nothing here");
  }

  @Test
  void a_toast_is_said_once_and_stays_in_the_list_of_recent_acts() {
    var desk = openDesk();
    var page = at("/keys", desk);
    toasts.say(sessionOf(desk), Toast.undoable("Bo Li checked in at 10:07.", "/settings"));

    page.navigate(url("/keys"));
    assertThat(page.locator("#toasts")).containsText("Bo Li checked in at 10:07.");
    page.navigate(url("/keys"));
    assertThat(page.locator("#toasts .toast")).hasCount(0);
    page.navigate(url("/recent"));

    assertThat(page.locator("tbody th")).hasText("Bo Li checked in at 10:07.");
  }

  @Test
  void nothing_is_kept_in_the_browser_and_back_shows_nothing_after_the_log_out() {
    var page = at("/recent", openDesk());
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);

    page.locator("summary.who").click();
    page.locator("button:has-text('Log out')").click();
    page.waitForURL("**/login");
    page.goBack();

    page.waitForURL("**/login");
    assertThat(page.locator("h1")).hasText("Log in");
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
  }

  @Test
  void menus_settings_and_commands_work_without_a_script() {
    var desk = openDesk();
    var browser = newBrowser(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var page = signIn(browser, desk.coordinator);
    page.navigate(url("/keys"));

    page.locator("summary.who").click();
    page.locator("button[name=theme][value=dark]").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.locator("a[data-palette]").click();
    page.locator("#words").fill("all");
    page.locator("main button.go").click();

    assertThat(page.locator("main a.po")).hasText("All keys?");
  }

  @Test
  void a_page_and_its_files_say_how_long_they_may_be_kept() {
    var page = at("/keys", openDesk());
    var kept = page.waitForResponse("**/css/base-*", page::reload).headers().get("cache-control");
    var answer = page.navigate(url("/keys"));

    assertThat(answer.headers().get("cache-control")).contains("no-store");
    assertThat(kept).contains("max-age=31536000").contains("immutable");
  }

  @Test
  void no_error_and_no_breach_of_the_policy_shows_in_the_console() {
    var desk = openDesk();
    var page = signIn(desk.coordinator);
    var said = new StringBuilder();
    page.onConsoleMessage(message -> said.append(message.type()).append(message.text()));
    page.onPageError(fault -> said.append(fault));

    page.navigate(url("/keys"));
    page.keyboard().press("Control+k");
    page.keyboard().press("Escape");
    page.waitForTimeout(300);

    assertThat(said.toString()).isEmpty();
  }

  private Page at(String path, TestDesk desk) {
    var page = signIn(desk.coordinator);
    page.navigate(url(path));
    page.waitForLoadState();
    return page;
  }

  /** The one session that is open at this desk, as its actor. */
  private static Actor sessionOf(TestDesk desk) {
    var session =
        desk.asks(sql ->
            sql.sql("select id from login_session where login_id = ? and ended_at is null")
                .param(desk.coordinator.actor().user().value())
                .query(UUID.class)
                .single());
    var actor = desk.coordinator.actor();
    return new Actor(actor.user(), actor.organization(), actor.role(), new SessionId(session));
  }
}
