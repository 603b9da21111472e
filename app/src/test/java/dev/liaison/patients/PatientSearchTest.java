package dev.liaison.patients;

import static dev.liaison.patients.RegistrationField.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.Rows;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

class PatientSearchTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final TestDatabase database = TestDatabase.get();
  private final Patients patients =
      TestPatients.on(database, Clock.fixed(Instant.parse("2026-11-24T16:00:00Z"), ZoneOffset.UTC));
  private final TestDesk desk = TestDesk.open();

  private PatientId has(String family, String given, String born, String phone) {
    return has(Registration.of(UUID.randomUUID(), family, given, born, Sex.FEMALE, phone, TODAY));
  }

  private PatientId has(Registration registration) {
    return ((RegistrationOutcome.Registered) patients.register(desk.actor(), registration))
        .patient();
  }

  private List<PatientId> found(String typed) {
    return patients.search(desk.actor(), typed, 8).patients().stream()
        .map(PatientSummary::id)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nguy",
        "nguyen minh",
        "minh nguyen",
        "anh ng",
        "Nguyễn Thị",
        "ngu 3/14/61",
        "03141961",
        "3/14/1961",
        "14 mar 61",
        "mar 14 1961 minh",
        "4025550142",
        "(402) 555-0142",
        "5550142",
        "555-01",
        "402555",
        "100 001",
        "100001",
        "minh 5550142",
        "1961 nguyen",
        "5550142 minh 1961"
      })
  void a_patient_is_found_by_whatever_the_caller_says(String typed) {
    var anh = has("Nguyễn", "Thị Minh Anh", "3/14/1961", "402 555 0142");
    has("García", "Luz", "4/2/2007", "402 777 0137");

    assertThat(found(typed)).containsExactly(anh);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "nguyen luz", "minh 4/2/07", "xyz", "4/2", "%", "_", "\u0000", "🙂", "'"})
  void what_does_not_fit_in_every_part_finds_nobody(String typed) {
    has("Nguyễn", "Thị Minh Anh", "3/14/1961", "402 555 0142");
    has("García", "Luz", "4/2/2007", "402 555 0137");

    assertThat(found(typed)).isEmpty();
  }

  @Test
  void whole_words_come_before_beginnings_and_names_in_their_order() {
    var lisa = has("Adams", "Lisa", "1/1/1980", "402 555 0101");
    var li = has("Li", "Wei", "1/1/1980", "402 555 0102");
    var liz = has("Brown", "Liz", "1/1/1980", "402 555 0103");

    assertThat(found("li")).containsExactly(li, lisa, liz);
  }

  @Test
  void more_than_asked_for_are_counted() {
    for (var n = 0; n < 11; n++) {
      has("Smith", "Al", "1/1/19" + (50 + n), "402 555 0101");
    }

    var matches = patients.search(desk.actor(), "smith", 8);

    assertThat(matches.patients()).hasSize(8);
    assertThat(matches.andMore()).isEqualTo("and 3 more");
  }

  @Test
  void a_name_is_found_among_more_people_of_that_number_than_are_looked_at() {
    hasCrowd(PatientSearch.MOST + 1, "Nguyen", "Anh");
    var luz = has("García", "Luz", "3/14/1961", "402 777 0137");

    assertThat(found("garcia 402")).containsExactly(luz);
    assertThat(found("402 garcia 1961")).containsExactly(luz);
    assertThat(found("402 3/14/1961 777")).containsExactly(luz);
  }

  @Test
  void a_cut_list_says_that_it_counts_no_further_though_several_words_of_one_patient_fit() {
    hasCrowd(PatientSearch.MOST / 2 + 1, "Nguyen", "Ngua Ngub");
    hasCrowd(PatientSearch.MOST / 2, "Nguyen", "Anh");

    var cut = patients.search(desk.actor(), "ngu", 8);
    var whole = patients.search(desk.actor(), "ngua", 8);

    assertThat(cut.andMore()).isEqualTo("and at least 93 more");
    assertThat(whole.andMore()).isEqualTo("and 93 more");
  }

  /** So many alike, born in 1961, with a phone of area 402. */
  private void hasCrowd(int count, String family, String given) {
    var name = new PersonName(family, given, null, null, null);
    var phone = new Telecom(Telecom.System.PHONE, null, "(402) 555-0142", "4025550142");
    patients.upsertFromSource(
        desk.actor(),
        IntStream.range(0, count)
            .mapToObj(n ->
                new SourcePatient(
                    "crowd of " + given,
                    String.valueOf(n),
                    new byte[0],
                    name,
                    LocalDate.of(1961, 4, 2),
                    Sex.FEMALE,
                    null,
                    List.of(phone),
                    Address.UNKNOWN,
                    false,
                    null))
            .toList());
  }

  @Test
  void a_birth_date_of_two_readings_finds_both_people() {
    var child = has("Old", "Young", "4/2/2026", "402 555 0101");
    var elder = has("Young", "Old", "4/2/1926", "402 555 0102");

    assertThat(found("4/2/26")).containsExactlyInAnyOrder(child, elder);
  }

  @Test
  void a_name_in_its_own_script_is_found_by_it() {
    var id =
        has(
            Registration.of(
                    UUID.randomUUID(),
                    "Ruan",
                    "Mingying",
                    "3/14/1961",
                    Sex.FEMALE,
                    "402 555 0142",
                    TODAY)
                .with(IN_OWN_SCRIPT, "阮明英"));

    assertThat(found("阮")).containsExactly(id);
    assertThat(found("明英")).containsExactly(id);
  }

  @Test
  void among_many_rows_each_question_uses_its_index_as_the_products_own_role() throws SQLException {
    fill(20_000);

    assertThat(explained(PatientSearch.BY_WORDS, sql -> withoutNumber(words("n").set(sql))))
        .doesNotContain("Seq Scan");
    assertThat(explained(PatientSearch.BY_WORDS, sql -> withNumber(words("nguyen", "a").set(sql))))
        .doesNotContain("Seq Scan");
    assertThat(explained(PatientSearch.BY_NUMBER, sql -> withNumber(number(sql))))
        .doesNotContain("Seq Scan");
    assertThat(explained(PatientSearch.IN_ORDER, this::some)).doesNotContain("Seq Scan");
    assertThat(explained(PatientRows.SUMMARIES, this::some)).doesNotContain("Seq Scan");
  }

  private interface Parameters {
    StatementSpec set(StatementSpec sql);
  }

  private static Parameters words(String word, String... others) {
    return sql ->
        sql.param("word", word)
            .param("lastWord", word + PatientSearch.LAST)
            .param("among", null)
            .param("words", others)
            .param(
                "lastWords",
                List.of(others).stream().map(w -> w + PatientSearch.LAST).toArray(String[]::new))
            .param("most", PatientSearch.MOST);
  }

  private StatementSpec number(StatementSpec sql) {
    return sql.param("bornFrom", "1961-04-02")
        .param("bornUntil", "1961-04-02")
        .param("orBornFrom", null)
        .param("orBornUntil", null)
        .param("digits", "4025550123")
        .param("lastDigits", "4025550123" + PatientSearch.LAST)
        .param("phone", "4025550123")
        .param("lastPhone", "4025550123" + PatientSearch.LAST)
        .param("local", "4025550123")
        .param("lastLocal", "4025550123" + PatientSearch.LAST)
        .param("most", PatientSearch.MOST);
  }

  private static StatementSpec withNumber(StatementSpec sql) {
    return numbers(sql, "1961");
  }

  private static StatementSpec withoutNumber(StatementSpec sql) {
    return numbers(sql);
  }

  private static StatementSpec numbers(StatementSpec sql, String... digits) {
    var none = new String[digits.length];
    var last =
        List.of(digits).stream().map(each -> each + PatientSearch.LAST).toArray(String[]::new);
    return sql.param("bornFroms", none)
        .param("bornUntils", none)
        .param("orBornFroms", none)
        .param("orBornUntils", none)
        .param("digitses", digits)
        .param("lastDigitses", last)
        .param("phones", digits)
        .param("lastPhones", last)
        .param("locals", digits)
        .param("lastLocals", last);
  }

  private StatementSpec some(StatementSpec sql) {
    return sql.param("patients", new UUID[] {UUID.randomUUID(), UUID.randomUUID()})
        .param("whole", new Boolean[] {true, false})
        .param("limit", 8);
  }

  private String explained(String statement, Parameters parameters) {
    return desk.asks(sql ->
        String.join(
            "\n",
            Rows.of(
                parameters
                    .set(sql.sql("explain " + statement).param("organization", desk.id()))
                    .query(String.class))));
  }

  // Looked at after each statement: a key that was checked while the table was small is otherwise
  // checked by reading all of it, 60,000 times.
  private void fill(int count) throws SQLException {
    for (var statement :
        List.of(
            """
            insert into patient (organization_id, id, mrn, family, given, birth_date, sex, created_by)
            select :organization, uuidv7(), cast(n as text), 'Nguyen', 'N', date '1930-01-01' + n, 'male', :by
            from generate_series(1, :count) as many (n)
            on conflict do nothing
            """,
            """
            insert into patient_telecom (organization_id, patient_id, position, system, value, digits)
            select organization_id, id, 0, 'phone', mrn, '402' || lpad(mrn, 7, '5')
            from patient
            where organization_id = :organization
                and cast(:count as int) > 0
                and created_by = :by
            on conflict do nothing
            """,
            """
            insert into patient_word (organization_id, word, patient_id)
            select organization_id, word, id
            from patient, lateral (values ('nguyen'), ('a' || mrn), (md5(mrn))) as called (word)
            where organization_id = :organization
                and cast(:count as int) > 0
                and created_by = :by
            on conflict do nothing
            """)) {
      desk.asks(sql ->
          sql.sql(statement)
              .param("organization", desk.id())
              .param("count", count)
              .param("by", desk.actor().user().value())
              .update());
      analyze();
    }
  }

  private void analyze() throws SQLException {
    var owner = database.owner();
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("analyze patient, patient_telecom, patient_word");
    }
  }
}
