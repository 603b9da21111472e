package dev.liaison.patients.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.identity.Caller;
import dev.liaison.platform.Ids;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterTest extends SpringTest {
  private TestDesk desk;
  private Caller browser;

  @BeforeEach
  void open() {
    desk = openDesk();
    browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
  }

  private static Map<String, String> person(String given, String born) {
    return Map.of(
        "family",
        "García",
        "given",
        given,
        "birth-date",
        born,
        "sex",
        "female",
        "phone",
        "4025550137");
  }

  private String save(String form, Map<String, String> person) {
    var fields = new HashMap<>(person);
    fields.put("then", "book");
    return browser.post(form, fields).headers().firstValue("Location").orElseThrow();
  }

  private String saved(String form) {
    return browser.get(form).headers().firstValue("Location").orElseThrow();
  }

  @Test
  void back_at_a_form_that_was_saved_a_fresh_one_is_given() {
    var form = "/patients/new/" + Ids.next();
    save(form, person("Luz", "4/2/1985"));

    var fresh = saved(form);

    assertThat(fresh).contains("/patients/new/").doesNotEndWith(form);
    assertThat(browser.get(path(fresh)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_child_typed_into_its_mothers_form_gets_openings_of_its_own() {
    var form = "/patients/new/" + Ids.next();
    var ofMother = save(form, person("Luz", "4/2/1985"));

    var ofChild = save(form, person("Ana", "3/1/2026"));

    assertThat(ofChild).endsWith("/openings").isNotEqualTo(ofMother);
    assertThat(desk.countOf("patient")).isEqualTo(2);
  }

  @Test
  void what_was_typed_into_a_form_already_saved_stands_in_the_fresh_one() {
    var id = Ids.next();
    var form = "/patients/new/" + id;
    save(form, person("Luz", "4/2/1985"));
    browser.post("/drafts/register-" + id, Map.of("family", "García", "given", "Ana"));

    var fresh = browser.get(path(saved(form))).body();

    assertThat(fresh).contains("value=\"Ana\"");
    assertThat(desk.countOf("draft")).isEqualTo(1);
  }

  private String path(String address) {
    return address.substring(address.indexOf("/patients"));
  }
}
