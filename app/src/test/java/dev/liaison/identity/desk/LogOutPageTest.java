package dev.liaison.identity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.BrowserTest;
import org.junit.jupiter.api.Test;

class LogOutPageTest extends BrowserTest {
  @Test
  void after_log_out_back_shows_nothing_and_the_browser_keeps_nothing() {
    var page = signIn(openDesk().coordinator);
    page.navigate(url("/keys"));
    assertThat(page.content()).contains("Rosa Delgado");
    page.navigate(url("/commands"));

    page.locator("details:has(form[action='/logout']) > summary").click();
    page.locator("form[action='/logout'] button").click();
    page.waitForURL("**/login");
    page.goBack();
    page.waitForURL("**/login");

    assertThat(page.content()).doesNotContain("Rosa Delgado");
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    page.goBack();
    assertThat(page.content()).doesNotContain("Rosa Delgado");
    assertThat(page.context().cookies())
        .noneMatch(cookie -> cookie.name.equals("liaison") && !cookie.value.isEmpty());
  }

  @Test
  void a_person_of_two_organizations_chooses_with_the_keyboard() {
    var first = openDesk();
    var second = openDesk();
    second.joins(first.coordinator, Role.BILLER);

    var page = signIn(first.coordinator);

    page.waitForURL("**/choose");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**/today");
  }
}
