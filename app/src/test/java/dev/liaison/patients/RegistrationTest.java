package dev.liaison.patients;

import static dev.liaison.patients.RegistrationField.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.liaison.patients.AmendOutcome.Amended;
import dev.liaison.patients.AmendOutcome.Stale;
import dev.liaison.patients.RegistrationOutcome.AlreadyThere;
import dev.liaison.patients.RegistrationOutcome.Invalid;
import dev.liaison.patients.RegistrationOutcome.Registered;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Patients patients =
      TestPatients.on(
          TestDatabase.get(), Clock.fixed(Instant.parse("2026-11-24T16:00:00Z"), ZoneOffset.UTC));
  private final TestDesk desk = TestDesk.open();

  private static Registration luz() {
    return Registration.of(
        UUID.randomUUID(),
        "García Peñaloza",
        "Luz Elena",
        "04022007",
        Sex.FEMALE,
        "4025550137",
        TODAY);
  }

  private Registered register(Registration registration) {
    return (Registered) patients.register(desk.actor(), registration);
  }

  @Test
  void a_new_patient_gets_the_next_record_number_and_is_found_by_it() {
    var first = register(luz());
    var second = register(luz());

    assertThat(first.mrn().shown()).isEqualTo("100 001");
    assertThat(second.mrn().shown()).isEqualTo("100 002");
    assertThat(patients.search(desk.actor(), "100 002", 8).patients())
        .extracting(PatientSummary::id)
        .containsExactly(second.patient());
  }

  @Test
  void what_was_typed_stands_in_the_record() {
    var typed =
        luz()
            .with(PREFERRED, "Lucy")
            .with(SUFFIX, "Jr")
            .with(LANGUAGE, "spanish")
            .with(IN_OWN_SCRIPT, "لوز غارسيا")
            .with(EMAIL, "luz@example.org")
            .with(POSTAL_CODE, "68107 1234")
            .with(LINE, "5002 S 33rd St")
            .with(UNIT, "Apt 4")
            .with(CITY, "Omaha")
            .with(STATE, "ne");

    var details = patients.details(desk.actor(), register(typed).patient()).orElseThrow();

    var luz = details.summary();
    assertThat(luz.name())
        .isEqualTo(new PersonName("García Peñaloza", "Luz Elena", "Jr", "Lucy", "لوز غارسيا"));
    assertThat(luz.birthDate()).isEqualTo(LocalDate.of(2007, 4, 2));
    assertThat(luz.sex()).isEqualTo(Sex.FEMALE);
    assertThat(luz.phone()).isEqualTo("(402) 555-0137");
    assertThat(luz.language()).isEqualTo("es");
    assertThat(details.email()).contains("luz@example.org");
    assertThat(details.address().shown()).isEqualTo("5002 S 33rd St, Apt 4, Omaha, NE 68107-1234");
    assertThat(details.version()).isEqualTo(1);
  }

  @Test
  void every_field_that_is_wrong_is_told_at_once() {
    var typed =
        new Registration(
            UUID.randomUUID(),
            Map.of(
                BIRTH_DATE, "2/29/2007",
                PHONE, "402 555 013",
                EMAIL, "luz.example.org",
                POSTAL_CODE, "6810",
                LANGUAGE, "Klingon"),
            TODAY);

    var outcome = (Invalid) patients.register(desk.actor(), typed);

    assertThat(outcome.problems())
        .extracting(FieldProblem::field, FieldProblem::message)
        .containsExactlyInAnyOrder(
            tuple(FAMILY, "A family name is needed."),
            tuple(GIVEN, "A given name is needed; for a person with one name only type a hyphen."),
            tuple(
                BIRTH_DATE,
                "Feb 29 exists only in leap years; 2007 was not one. Is it Feb 28, or another year?"),
            tuple(SEX, "Choose one; “Not known” is an answer too."),
            tuple(PHONE, "Nine digits; a US number has ten."),
            tuple(EMAIL, "“luz.example.org” has no @; an address is like name@example.org."),
            tuple(POSTAL_CODE, "“6810” is not a ZIP: it has five digits, or nine."),
            tuple(
                LANGUAGE,
                "“Klingon” is not in the list of languages; write its English name, like Spanish."));
    assertThat(desk.countOf("patient")).isZero();
    assertThat(desk.countOf("counter")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien-D’Arcy",
        "Ng",
        "𠮷田",
        "محمد الرشيد",
        "Nguyễn Thị Minh Anh",
        "Zoë 🙂",
        "Jean  Luc",
        "de la Cruz",
        "Robert'); drop table patient;--",
        "<b>Bo</b>",
        "\u200Bनमस्ते"
      })
  void a_name_is_kept_as_the_person_writes_it(String name) {
    var id = register(luz().with(FAMILY, name)).patient();

    var seen = name.replace("\u200B", "").replaceAll(" {2,}", " ");
    assertThat(patients.find(desk.actor(), id).orElseThrow().name().family()).isEqualTo(seen);
    assertThat(patients.search(desk.actor(), name, 8).patients())
        .extracting(PatientSummary::id)
        .contains(id);
  }

  @Test
  void a_name_of_200_characters_is_kept_whole_and_one_more_is_refused() {
    var longest = "Ñ".repeat(200);

    var id = register(luz().with(FAMILY, longest)).patient();
    var refused = patients.register(desk.actor(), luz().with(FAMILY, longest + "a"));

    assertThat(patients.find(desk.actor(), id).orElseThrow().name().family()).isEqualTo(longest);
    assertThat(refused)
        .isEqualTo(
            new Invalid(List.of(new FieldProblem(FAMILY, "201 characters; up to 200 fit here."))));
  }

  @Test
  void a_name_without_a_letter_is_asked_again() {
    assertThat(patients.register(desk.actor(), luz().with(FAMILY, "🙂🙂")))
        .isEqualTo(
            new Invalid(
                List.of(
                    new FieldProblem(FAMILY, "“🙂🙂” has no letter; a name has one at least."))));
  }

  @Test
  void a_person_with_one_name_is_registered_by_a_hyphen() {
    var id = register(luz().with(FAMILY, "Suharto").with(GIVEN, "-")).patient();

    assertThat(patients.find(desk.actor(), id).orElseThrow().name().listed()).isEqualTo("Suharto");
  }

  @Test
  void an_e_mail_is_way_enough_to_reach_a_person() {
    var outcome =
        patients.register(desk.actor(), luz().with(PHONE, "").with(EMAIL, "luz@example.org"));

    assertThat(outcome).isInstanceOf(Registered.class);
  }

  @Test
  void a_form_sent_twice_registers_one_person() {
    var form = luz();

    var first = register(form);
    var again = patients.register(desk.actor(), form);

    assertThat(again).isEqualTo(new AlreadyThere(first.patient()));
    assertThat(desk.countOf("patient")).isEqualTo(1);
  }

  @Test
  void a_child_typed_into_the_form_that_registered_its_mother_is_registered_too_and_once() {
    var mother = luz();
    var child = mother.with(GIVEN, "Ana").with(BIRTH_DATE, "3/1/2026");

    var first = register(mother);
    var second = register(child);

    assertThat(patients.register(desk.actor(), child))
        .isEqualTo(new AlreadyThere(second.patient()));
    assertThat(patients.register(desk.actor(), mother))
        .isEqualTo(new AlreadyThere(first.patient()));
    assertThat(desk.countOf("patient")).isEqualTo(2);
  }

  @Test
  void a_namesake_of_another_birth_date_is_another_person_though_the_form_is_the_same() {
    var elder = luz();

    register(elder);
    register(elder.with(BIRTH_DATE, "4/2/1961"));

    assertThat(desk.countOf("patient")).isEqualTo(2);
  }

  @Test
  void a_form_sent_by_many_clicks_at_once_registers_one_person() {
    var form = luz();

    var outcomes =
        Together.<RegistrationOutcome>run(8, () -> patients.register(desk.actor(), form));

    assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AlreadyThere.class::isInstance).hasSize(7);
    assertThat(desk.countOf("patient")).isEqualTo(1);
  }

  @Test
  void desks_that_register_at_once_never_share_a_record_number() {
    var outcomes =
        Together.<RegistrationOutcome>run(8, () -> patients.register(desk.actor(), luz()));

    assertThat(outcomes)
        .extracting(outcome -> ((Registered) outcome).mrn().value())
        .doesNotHaveDuplicates();
  }

  @Test
  void a_change_is_saved_and_found() {
    var id = register(luz()).patient();

    var outcome = patients.amend(desk.actor(), id, 1, luz().with(FAMILY, "García-Ødegård"));

    assertThat(outcome).isEqualTo(new Amended(2));
    assertThat(patients.search(desk.actor(), "odegard luz", 8).patients())
        .extracting(PatientSummary::id)
        .containsExactly(id);
    assertThat(patients.search(desk.actor(), "penaloza", 8).patients()).isEmpty();
  }

  private PatientId imported(PersonName name, List<Telecom> telecoms) {
    var patient =
        new SourcePatient(
            "elsewhere",
            "1",
            new byte[] {1},
            name,
            null,
            Sex.FEMALE,
            "es-US",
            telecoms,
            new Address("1 Elm St", null, "Guelph", "Ontario", "N1G", "CA"),
            false,
            null);
    return patients.upsertFromSource(desk.actor(), List.of(patient)).getFirst().patient();
  }

  /** What a form shows, sent back with one field changed. */
  private Registration form(PatientId patient, RegistrationField changed, String text) {
    var details = patients.details(desk.actor(), patient).orElseThrow();
    var typed = new EnumMap<RegistrationField, String>(RegistrationField.class);
    for (var field : RegistrationField.values()) {
      typed.put(field, details.text(field));
    }
    typed.put(changed, text);
    return new Registration(UUID.randomUUID(), typed, TODAY);
  }

  @Test
  void a_change_of_one_field_leaves_what_a_form_cannot_say_as_it_was() {
    var telecoms =
        List.of(
            new Telecom(Telecom.System.FAX, null, "402 555 0100", null),
            new Telecom(Telecom.System.EMAIL, "work", "luz@example.org", null),
            new Telecom(Telecom.System.PHONE, null, "(402) 555-0137", "4025550137"));
    var id = imported(new PersonName("García", "Luz", null, null, null), telecoms);
    var before = patients.details(desk.actor(), id).orElseThrow();

    var outcome = patients.amend(desk.actor(), id, 1, form(id, LINE, "2 Oak St"));

    var after = patients.details(desk.actor(), id).orElseThrow();
    assertThat(outcome).isEqualTo(new Amended(2));
    assertThat(after.summary()).isEqualTo(before.summary());
    assertThat(after.telecoms()).isEqualTo(telecoms);
    assertThat(after.address())
        .isEqualTo(new Address("2 Oak St", null, "Guelph", "Ontario", "N1G", "CA"));
  }

  @Test
  void a_new_number_keeps_the_use_of_the_one_before() {
    var home = new Telecom(Telecom.System.PHONE, "home", "(402) 555-0137", "4025550137");
    var id = imported(new PersonName("García", "Luz", null, null, null), List.of(home));

    patients.amend(desk.actor(), id, 1, form(id, PHONE, "402 555 0199"));

    assertThat(patients.details(desk.actor(), id).orElseThrow().telecoms())
        .containsExactly(new Telecom(Telecom.System.PHONE, "home", "(402) 555-0199", "4025550199"));
  }

  @Test
  void whoever_was_imported_with_half_a_name_and_a_number_nobody_can_read_can_be_changed() {
    var unread = new Telecom(Telecom.System.PHONE, "home", "555-CALL-LUZ ext", null);
    var id = imported(new PersonName("", "Luz", null, null, null), List.of(unread));

    var outcome = patients.amend(desk.actor(), id, 1, form(id, CITY, "Toronto"));

    var after = patients.details(desk.actor(), id).orElseThrow();
    assertThat(outcome).isEqualTo(new Amended(2));
    assertThat(after.address().city()).isEqualTo("Toronto");
    assertThat(after.telecoms()).containsExactly(unread);
    assertThat(patients.amend(desk.actor(), id, 2, form(id, GIVEN, "-")))
        .isInstanceOf(AmendOutcome.Invalid.class);
    assertThat(patients.amend(desk.actor(), id, 2, form(id, PHONE, "555-CALL-ANA ext")))
        .isInstanceOf(AmendOutcome.Invalid.class);
  }

  @Test
  void a_change_from_a_stale_form_changes_nothing_and_tells_who_was_first() {
    var id = register(luz()).patient();
    var sam = desk.hasUser(Role.COORDINATOR, "Sam Ortiz");
    patients.amend(sam.actor(), id, 1, luz().with(PHONE, "402 555 0199"));

    var outcome = patients.amend(desk.actor(), id, 1, luz().with(GIVEN, "Lucia"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Stale.class,
            stale -> {
              assertThat(stale.by()).isEqualTo("Sam Ortiz");
              assertThat(stale.now().version()).isEqualTo(2);
              assertThat(stale.now().text(PHONE)).isEqualTo("(402) 555-0199");
              assertThat(stale.now().text(GIVEN)).isEqualTo("Luz Elena");
            });
  }

  @Test
  void a_change_that_changes_nothing_is_no_new_version() {
    var id = register(luz()).patient();

    assertThat(patients.amend(desk.actor(), id, 1, luz())).isEqualTo(new Amended(1));
  }

  @Test
  void of_two_changes_at_once_one_is_saved() {
    var id = register(luz()).patient();

    var outcomes =
        Together.run(
            () -> patients.amend(desk.actor(), id, 1, luz().with(GIVEN, "Lucia")),
            () -> patients.amend(desk.actor(), id, 1, luz().with(GIVEN, "Lucy")));

    assertThat(outcomes).hasAtLeastOneElementOfType(Amended.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(Stale.class);
  }

  @Test
  void another_organization_sees_and_changes_nobody() {
    var id = register(luz()).patient();
    var other = TestDesk.open();

    assertThat(patients.find(other.actor(), id)).isEmpty();
    assertThat(patients.search(other.actor(), "garcia", 8).patients()).isEmpty();
    assertThat(patients.amend(other.actor(), id, 1, luz()))
        .isInstanceOf(AmendOutcome.NotFound.class);
  }

  @Test
  void registering_and_changing_leave_an_event_that_names_fields_and_no_person() {
    var id = register(luz()).patient();
    patients.amend(desk.actor(), id, 1, luz().with(PHONE, "402 555 0199"));

    var events =
        desk.asks(sql ->
            sql.sql(
                    """
                    select e.action || ' ' || e.entity || ' ' || e.detail
                    from audit_event e
                    join audit_event_patient p on p.organization_id = e.organization_id
                        and p.audit_event_id = e.id
                    where e.organization_id = :organization
                        and p.patient_id = :patient
                    order by e.recorded_at
                    """)
                .param("organization", desk.id())
                .param("patient", id.value())
                .query(String.class)
                .list());

    assertThat(events)
        .containsExactly("create patient {}", "update patient {\"fields\": \"phone\"}");
  }
}
