package dev.liaison.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.Liaison;
import dev.liaison.platform.database.DatabaseSource;
import dev.liaison.platform.database.EmbeddedPostgres;
import dev.liaison.platform.database.LiaisonHome;
import dev.liaison.platform.database.Options;
import dev.liaison.testing.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** From an empty database to the first administrator's session, and over a restart. */
class FirstStartTest {
  private static final String PASSWORD = "seven quiet herons wade";

  @TempDir private Path folder;

  @Test
  void the_first_start_asks_for_an_administrator_once_and_the_session_outlives_a_restart() {
    TestDatabase.get();
    var home = new LiaisonHome(folder.resolve("home"), Path.of("target", "pg-test", "pg"));
    try (var database = EmbeddedPostgres.start(home, Options.forTests())) {
      var session = "";
      try (var context = start(home, database)) {
        session = setUp(context);
      }
      try (var context = start(home, database)) {
        var stranger = new Caller(path -> url(context, path));

        assertThat(stranger.get("/keys", "Cookie", "liaison=" + session).statusCode())
            .isEqualTo(200);
        assertThat(stranger.get("/setup").statusCode()).isEqualTo(404);
      }
    }
  }

  private static String setUp(ConfigurableApplicationContext context) {
    var browser = new Caller(path -> url(context, path));
    var code = context.getBean(Setup.class).code();

    for (var path : new String[] {"/", "/login", "/today", "/no-such-page"}) {
      assertThat(browser.get(path).headers().firstValue("Location")).as(path).hasValue("/setup");
    }
    var form = new HashMap<String, String>();
    form.put("code", "WRNG-WRNG-WRNG");
    form.put("organization", "O’Brien’s Clinic");
    form.put("displayName", "Sam Ortiz");
    form.put("username", "Sam.Ortiz");
    form.put("password", PASSWORD);
    refused(browser, form, "not the code of this start");
    form.put("code", code.toLowerCase());
    form.put("password", "too short");
    refused(browser, form, "at least 15 characters");
    form.put("password", "abcabcabcabcabcabc");
    refused(browser, form, "repeats itself");
    form.put("password", "sam.ortiz-password1");
    refused(browser, form, "little more than a name");
    form.put("password", PASSWORD);
    form.put("organization", " ");
    refused(browser, form, "Enter the name of your facility");
    form.put("organization", "O’Brien’s Clinic");

    var done = browser.post("/setup", form, Caller.token(browser.get("/setup").body()));
    var again = browser.get("/setup");
    var login = browser.logIn("sam.ortiz", PASSWORD);

    assertThat(done.headers().firstValue("Location")).hasValue("/login");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(login.headers().firstValue("Location")).hasValue("/today");
    return browser.session().orElseThrow();
  }

  private static void refused(Caller browser, Map<String, String> form, String why) {
    var answer = browser.post("/setup", form, Caller.token(browser.get("/setup").body()));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(why).contains("Sam Ortiz").doesNotContain(PASSWORD);
  }

  private static ConfigurableApplicationContext start(LiaisonHome home, EmbeddedPostgres database) {
    return new SpringApplicationBuilder(Liaison.class)
        .initializers(DatabaseSource.of(home, database).initializer())
        .run("--server.port=0", "--server.address=127.0.0.1", "--liaison.database.pool=4");
  }

  private static String url(ConfigurableApplicationContext context, String path) {
    return "http://localhost:"
        + context.getEnvironment().getRequiredProperty("local.server.port")
        + path;
  }
}
