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
