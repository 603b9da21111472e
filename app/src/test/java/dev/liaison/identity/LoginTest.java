package dev.liaison.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginTest extends SpringTest {
  private final Caller browser = new Caller(this::url);

  @Test
  void a_coordinator_logs_in_and_stands_on_today() {
    var desk = openDesk();

    var answer = browser.logIn(desk.coordinator);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/today");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("liaison=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Secure"));
    assertThat(actions(desk)).contains("login");
  }

  @Test
  void a_user_name_is_known_whatever_its_capitals() {
    var desk = openDesk();

    var answer = browser.logIn(desk.coordinator.login().toUpperCase(), TestDesk.PASSWORD);

    assertThat(answer.headers().firstValue("Location")).hasValue("/today");
  }

  @Test
  void a_wrong_password_is_refused_and_audited_where_the_person_works() {
    var desk = openDesk();

    var answer = browser.logIn(desk.coordinator.login(), "not the password");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("do not belong together");
    assertThat(actions(desk)).contains("refused");
  }

  @Test
  void an_unknown_user_gets_the_same_answer_as_a_wrong_password() {
    var desk = openDesk();

    var wrong = browser.logIn(desk.coordinator.login(), "not the password");
    var unknown = new Caller(this::url).logIn("nobody-of-that-name", "not the password");

    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
    assertThat(unknown.body()).contains("do not belong together");
  }

  @Test
  void the_sixth_guess_at_one_name_must_wait() {
    var desk = openDesk();
    for (var i = 0; i < 5; i++) {
      browser.logIn(desk.coordinator.login(), "guess " + i);
    }

    var answer = browser.logIn(desk.coordinator);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Too many attempts");
  }

  @Test
  void who_works_for_two_organizations_chooses_one() {
    var first = openDesk();
    var second = openDesk();
    second.joins(first.coordinator, Role.BILLER);

    var login = browser.logIn(first.coordinator);
    var page = browser.get("/choose").body();
    var chosen =
        browser.post("/choose", Map.of("organization", second.id().toString()), Caller.token(page));

    assertThat(login.headers().firstValue("Location")).hasValue("/choose");
    assertThat(page).contains(first.id().toString(), second.id().toString());
    assertThat(chosen.headers().firstValue("Location")).hasValue("/today");
    assertThat(actions(second)).contains("login");
    assertThat(actions(first)).doesNotContain("login");
  }

  @Test
  void before_the_choice_no_page_opens() {
    var first = openDesk();
    openDesk().joins(first.coordinator, Role.BILLER);
    browser.logIn(first.coordinator);

    var answer = browser.get("/today");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/login");
  }

  @Test
  void nobody_enters_an_organization_that_is_not_theirs() {
    var first = openDesk();
    openDesk().joins(first.coordinator, Role.BILLER);
    var foreign = openDesk();
    browser.logIn(first.coordinator);

    var answer =
        browser.post(
            "/choose",
            Map.of("organization", foreign.id().toString()),
            Caller.token(browser.get("/choose").body()));

    assertThat(answer.headers().firstValue("Location")).hasValue("/login");
    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
    assertThat(actions(foreign)).isEmpty();
  }

  @Test
  void after_log_out_the_old_cookie_opens_nothing() {
    var desk = openDesk();
    browser.logIn(desk.coordinator);
    var stolen = browser.session().orElseThrow();

    var answer = browser.post("/logout", Map.of());

    assertThat(answer.headers().firstValue("Location")).hasValue("/login");
    assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
    var thief = new Caller(this::url);
    assertThat(thief.get("/today", "Cookie", "liaison=" + stolen).statusCode()).isEqualTo(303);
    assertThat(actions(desk)).contains("logout");
  }

  @Test
  void the_log_in_page_clears_a_cookie_whose_session_is_over() {
    var desk = openDesk();
    browser.logIn(desk.coordinator);
    var old = browser.session().orElseThrow();
    browser.post("/logout", Map.of());

    var answer = new Caller(this::url).get("/login", "Cookie", "liaison=" + old);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("liaison=;") && cookie.contains("Max-Age=0"));
    assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
  }

  @Test
  void a_membership_that_ends_ends_its_sessions_with_the_next_click() {
    var desk = openDesk();
    browser.logIn(desk.coordinator);

    desk.asks(sql ->
        sql.sql("update membership set ended_at = now() where organization_id = :organization")
            .param("organization", desk.id())
            .update());

    assertThat(browser.get("/today").statusCode()).isEqualTo(303);
  }

  private static List<String> actions(TestDesk desk) {
    return desk.asks(sql ->
        sql.sql("select action from audit_event where organization_id = :organization")
            .param("organization", desk.id())
            .query(String.class)
            .list());
  }
}
