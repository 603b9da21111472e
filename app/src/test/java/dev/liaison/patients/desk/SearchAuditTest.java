package dev.liaison.patients.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.audit.Audit;
import dev.liaison.identity.Caller;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchAuditTest extends SpringTest {
  @Autowired private Audit audit;

  private TestDesk desk;
  private Actor person;
  private SearchAudit searches;

  @BeforeEach
  void open() {
    desk = openDesk();
    var user = desk.actor();
    person = new Actor(user.user(), user.organization(), user.role(), new SessionId(Ids.next()));
    searches = new SearchAudit(audit);
  }

  @Test
  void a_page_of_answers_is_written_with_the_page_however_soon_the_next_is_asked_for() {
    var anh = desk.hasPatient("Nguyễn", "Anh");
    var nora = desk.hasPatient("Norris", "Nora");
    var script = new Caller(this::url);
    script.logIn(desk.coordinator);

    for (var words : List.of("ng", "no", "xyzzy")) {
      script.post("/patients/search", Map.of("words", words));
    }

    assertThat(written())
        .containsExactlyInAnyOrder(anh.value() + " looked at", nora.value() + " looked at");
  }

  @Test
  void whom_a_list_named_that_was_replaced_at_once_is_written_as_typed_past() {
    var anh = desk.hasPatient("Nguyễn", "Anh");
    var nora = desk.hasPatient("Norris", "Nora");

    searches.answered(person, List.of(anh, nora));
    searches.answered(person, List.of(anh));
    searches.writeWhatStands();

    assertThat(written())
        .containsExactlyInAnyOrder(anh.value() + " looked at", nora.value() + " typed past");
  }

  @Test
  void an_empty_answer_leaves_nobody_out_who_was_shown_before() {
    var anh = desk.hasPatient("Nguyễn", "Anh");

    searches.answered(person, List.of(anh));
    searches.answered(person, List.of());
    searches.writeWhatStands();

    assertThat(written()).containsExactly(anh.value() + " typed past");
  }

  @Test
  void opening_one_of_a_list_writes_the_list_and_those_typed_past() {
    var anh = desk.hasPatient("Nguyễn", "Anh");
    var nora = desk.hasPatient("Norris", "Nora");

    searches.answered(person, List.of(nora));
    searches.answered(person, List.of(anh));
    searches.opened(person, anh);

    assertThat(written())
        .containsExactlyInAnyOrder(anh.value() + " looked at", nora.value() + " typed past");
  }

  @Test
  void who_never_pauses_is_written_down_before_long() {
    var all = new ArrayList<PatientId>();
    for (var n = 0; n < 600; n++) {
      all.add(new PatientId(Ids.next()));
    }

    for (var at = 0; at < all.size(); at += 8) {
      searches.answered(person, all.subList(at, at + 8));
    }

    assertThat(written()).hasSizeGreaterThanOrEqualTo(500).allMatch(one -> one.endsWith("past"));
  }

  private List<String> written() {
    return desk.asks(sql ->
        List.copyOf(
            sql.sql(
                    """
                    select p.patient_id
                        || case when e.detail ->> 'typed-past' = 'true' then ' typed past' else ' looked at' end
                    from audit_event e
                    join audit_event_patient p on p.organization_id = e.organization_id
                        and p.audit_event_id = e.id
                    where e.organization_id = :organization
                        and e.action = 'search'
                    """)
                .param("organization", desk.id())
                .query(String.class)
                .list()));
  }
}
