package dev.liaison.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.liaison.identity.Caller;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class GateTest extends SpringTest {
  private final Caller browser = new Caller(this::url);

  @Test
  void pages_are_kept_by_nobody_and_framed_by_nobody() {
    var headers = browser.get("/login").headers();

    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void a_form_that_no_page_of_ours_made_is_refused() {
    var desk = openDesk();
    browser.logIn(desk.coordinator);

    assertThat(browser.post("/logout", Map.of(), "made up").statusCode()).isEqualTo(403);
    assertThat(browser.get("/keys").statusCode()).isEqualTo(200);
    assertThat(refused(desk)).contains("form");
  }

  @Test
  void the_form_token_of_one_session_does_not_fit_another() {
    browser.logIn(openDesk().coordinator);
    var other = new Caller(this::url);
    other.logIn(openDesk().coordinator);

    var answer = browser.post("/logout", Map.of(), Caller.tokenOf(other.session().orElseThrow()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void the_token_in_a_page_fits_a_form_and_a_header() {
    browser.logIn(openDesk().coordinator);
    var page = browser.get("/keys").body();

    var posted =
        browser.post("/settings", Map.of("theme", "dark", "back", "/keys"), Caller.token(page));

    assertThat(posted.statusCode()).isEqualTo(302);
    assertThat(
            browser
                .send("POST", "/commands", "X-CSRF-TOKEN", Caller.token(page), "HX-Request", "true")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_part_of_a_page_asked_for_after_log_out_leads_the_page_to_the_log_in() {
    var answer = browser.get("/keys", "HX-Request", "true");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/login");
  }

  @Test
  void a_stream_asked_for_after_log_out_says_so() {
    var answer = browser.get("/live", "Accept", "text/event-stream");

    assertThat(answer.body()).isEqualTo("event: logged-out\ndata: /login\n\n");
  }

  @Test
  void another_organizations_identifier_in_a_form_is_not_found_and_audited() {
    var desk = openDesk();
    var foreign = openDesk().clinic.value();
    var unknown = Ids.next();
    browser.logIn(desk.coordinator);

    for (var id : List.of(foreign, unknown)) {
      var answer = browser.post("/place", Map.of("location", id.toString()));

      assertThat(answer.statusCode()).isEqualTo(404);
    }
    assertThat(refused(desk)).containsExactly("location", "location");
    assertThat(refusedIds(desk)).containsExactlyInAnyOrder(foreign, unknown);
  }

  @Test
  void a_page_of_another_role_is_forbidden_and_audited() {
    var desk = openDesk();
    var biller = desk.hasUser(Role.BILLER, "Kim Park");
    browser.logIn(biller);

    var answer = browser.post("/appointments", Map.of());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(refused(desk)).contains("page");
  }

  @Test
  void the_answer_to_a_head_is_the_pages() {
    assertThat(browser.send("HEAD", "/login").statusCode()).isEqualTo(200);
  }

  @Test
  void the_log_of_requests_names_routes_and_never_what_was_typed() throws Exception {
    var desk = openDesk();
    browser.logIn(desk.coordinator);
    var session = browser.session().orElseThrow();
    var lines = new Lines();
    lines.start();
    var logger = (Logger) LoggerFactory.getLogger(RequestLog.class);
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);

    browser.get("/keys");
    browser.get("/okafor-ada-1961");

    // The line is written after the answer has gone out.
    var id = sessionIn(desk);
    for (var i = 0; i < 200 && lines.of(id).size() < 2; i++) {
      Thread.sleep(25);
    }
    logger.detachAppender(lines);
    var own = lines.of(id);
    assertThat(own).anyMatch(line -> line.matches("GET /keys 200 \\d+ ms session [0-9a-f-]{36}"));
    assertThat(own).anyMatch(line -> line.startsWith("GET - 404 "));
    assertThat(own).noneMatch(line -> line.contains("okafor") || line.contains(session));
  }

  @Test
  void over_tls_the_cookie_is_the_hosts_alone() {
    var request = new MockHttpServletRequest();
    request.setSecure(true);
    var response = new MockHttpServletResponse();

    SessionCookie.write(request, response, "secret");

    assertThat(response.getHeader("Set-Cookie"))
        .startsWith("__Host-liaison=secret")
        .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
  }

  private static List<UUID> refusedIds(TestDesk desk) {
    return desk.asks(sql ->
        List.copyOf(
            sql.sql(
                    """
                    select entity_id
                    from audit_event
                    where organization_id = :organization
                        and action = 'refused'
                    """)
                .param("organization", desk.id())
                .query(UUID.class)
                .list()));
  }

  private static String sessionIn(TestDesk desk) {
    return desk.asks(sql ->
        sql.sql(
                """
                select cast(session_id as text)
                from audit_event
                where organization_id = :organization
                    and action = 'login'
                """)
            .param("organization", desk.id())
            .query(String.class)
            .single());
  }

  /** What other tests ask for at the same time is in there too. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      all.add(event.getFormattedMessage());
    }

    List<String> of(String session) {
      return all.stream().filter(line -> line.endsWith(session)).toList();
    }
  }

  private static List<String> refused(TestDesk desk) {
    return desk.asks(sql ->
        sql.sql(
                """
                select entity
                from audit_event
                where organization_id = :organization
                    and action = 'refused'
                """)
            .param("organization", desk.id())
            .query(String.class)
            .list());
  }
}
