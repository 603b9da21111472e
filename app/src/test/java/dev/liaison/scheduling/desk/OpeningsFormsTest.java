package dev.liaison.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.identity.Caller;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Find an opening as a browser without a script sends it. */
class OpeningsFormsTest extends SpringTest {
  private TestDesk desk;
  private ResourceId okafor;
  private AppointmentTypeId followUp;
  private PatientId luz;
  private Caller browser;

  @BeforeEach
  void open() {
    desk = openDesk();
    okafor = desk.hasPhysician("Okafor");
    followUp = desk.hasType("Follow-up", "FU", 20);
    luz = desk.hasPatient("García Peñaloza", "Luz");
    browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
  }

  @Test
  void each_page_that_names_the_patient_is_an_audited_read() {
    var address = "/patients/" + luz.value() + "/openings";

    assertThat(browser.get(address).body()).contains("Peñaloza");
    assertThat(reads()).isEqualTo(1);
    assertThat(browser.post(address, Map.of("words", "fu okafor")).body()).contains("Peñaloza");
    assertThat(reads()).isEqualTo(2);
    var refused = browser.post("/appointments", past());

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Peñaloza");
    assertThat(reads()).isEqualTo(3);
  }

  @Test
  void what_a_script_asks_for_while_one_types_names_nobody_and_is_no_read() {
    var answer =
        browser.postByScript(
            "/patients/" + luz.value() + "/openings", Map.of("words", "fu okafor"));

    assertThat(answer.body())
        .contains("id=\"found\"", "id=\"book\"", "Dr. Okafor")
        .doesNotContain("Peñaloza", "900 ");
    assertThat(reads()).isZero();
  }

  @Test
  void a_distance_is_that_day_and_not_all_days_until_then() {
    var answer =
        browser.postByScript(
            "/patients/" + luz.value() + "/openings", Map.of("words", "fu okafor +4w"));

    assertThat(answer.body()).contains("exactly 4 weeks", "in 28 days").doesNotContain(">today");
  }

  @Test
  void a_sentence_is_understood_as_its_words_are() {
    assertThat(asks("follow up visit with Dr Okafor next tuesday morning please"))
        .contains("Follow-up 20 min", "Dr. Okafor", "before noon", "name=\"opening\" value")
        .contains("class=\"b go\"")
        .doesNotContain("is no visit");
  }

  @Test
  void with_an_unknown_word_the_rest_is_shown_and_enter_books_nothing() {
    assertThat(asks("fu okafor xyzzy"))
        .contains("“xyzzy” is no visit", "class=\"opn\"")
        .doesNotContain("class=\"b go\"");
  }

  @Test
  void a_day_without_sessions_is_said_and_another_day_is_never_booked_by_enter() {
    desk.works(desk.hasPhysicianWithoutHours("Reyes"), 1, "08:00", "17:00");

    assertThat(asks("fu reyes sunday"))
        .contains("Nothing is open on a Sunday", "no session is held", "class=\"opn\"")
        .doesNotContain("class=\"b go\"");
    assertThat(asks("fu reyes monday")).contains("class=\"b go\"");
  }

  private String asks(String words) {
    var address = "/patients/" + luz.value() + "/openings";
    return browser.postByScript(address, Map.of("words", words)).body();
  }

  private Map<String, String> past() {
    return Map.of(
        "patient",
        luz.value().toString(),
        "request",
        Ids.next().toString(),
        "opening",
        "%s~%s~%s~2020-03-02T15:00:00Z~"
            .formatted(followUp.value(), desk.clinic.value(), okafor.value()));
  }

  private long reads() {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event e
                join audit_event_patient p on p.organization_id = e.organization_id
                    and p.audit_event_id = e.id
                where e.organization_id = :organization
                    and e.action = 'read'
                    and e.entity = 'openings'
                    and p.patient_id = :patient
                """)
            .param("organization", desk.id())
            .param("patient", luz.value())
            .query(Long.class)
            .single());
  }
}
