package dev.liaison.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.testing.TestDatabase;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main queries, explained as the product's role over many rows: under a row policy only a
 * leakproof condition uses an index, which a small table never shows.
 */
class PlanTest {
  private static final OrganizationId CROWD = new OrganizationId(new UUID(1, 1));
  private static final UUID SOMEBODY = new UUID(1, 2);
  private static final OffsetDateTime DAY =
      OffsetDateTime.of(2027, 3, 1, 6, 0, 0, 0, ZoneOffset.UTC);

  /** Add yours: the class and the constant that holds the statement, and what it is asked with. */
  enum MainQuery {
    AUDIT_STRETCH("dev.liaison.audit.SealedEvents", "STRETCH", Map.of("from", "10", "below", "12")),
    AUDIT_LAST_BLOCK("dev.liaison.audit.Blocks", "LAST", Map.of()),
    SESSION_OF_A_TOKEN(
        "dev.liaison.identity.LoginSessions",
        "FIND",
        Map.of("tokenHash", new byte[32], "now", DAY)),
    SESSIONS_EXPIRED("dev.liaison.identity.LoginSessions", "EXPIRED", Map.of("now", DAY)),
    PATIENTS_BY_WORDS(
        "dev.liaison.patients.PatientSearch",
        "BY_WORDS",
        Map.ofEntries(
            Map.entry("word", "word77"),
            Map.entry("lastWord", "word77\uffff"),
            Map.entry("words", new String[] {"w1"}),
            Map.entry("lastWords", new String[] {"w1\uffff"}),
            Map.entry("bornFroms", new String[] {"1961-01-01"}),
            Map.entry("bornUntils", new String[] {"1961-12-31"}),
            Map.entry("digitses", new String[] {"1961"}),
            Map.entry("lastDigitses", new String[] {"1961\uffff"}),
            Map.entry("phones", new String[] {"1961"}),
            Map.entry("lastPhones", new String[] {"1961\uffff"}),
            Map.entry("most", 200))),
    BOARD_OF_A_DAY(
        "dev.liaison.arrivals.Board",
        "ROWS",
        Map.of("location", new UUID(2, 1), "from", DAY, "until", DAY.plusDays(1))),
    SCHEDULE_OF_A_DAY(
        "dev.liaison.scheduling.Days",
        "READ",
        Map.of("location", new UUID(2, 1), "from", DAY, "until", DAY.plusDays(1))),
    BOOKINGS_OF_A_DAY(
        "dev.liaison.scheduling.Grounds",
        "CLAIMED",
        Map.of(
            "ids",
            new UUID[] {new UUID(3, 1), new UUID(3, 2)},
            "earliest",
            DAY.minusDays(1),
            "from",
            DAY,
            "until",
            DAY.plusDays(1))),
    TIME_OF_PATIENTS(
        "dev.liaison.scheduling.Grounds",
        "EXPECTED",
        Map.of(
            "ids",
            new UUID[] {new UUID(3, 1), new UUID(3, 2)},
            "earliest",
            DAY.minusDays(1),
            "from",
            DAY,
            "until",
            DAY.plusDays(1))),
    PATIENTS_BY_NUMBER(
        "dev.liaison.patients.PatientSearch",
        "BY_NUMBER",
        Map.ofEntries(
            Map.entry("bornFrom", "1961-04-02"),
            Map.entry("bornUntil", "1961-04-02"),
            Map.entry("orBornFrom", "1961-02-04"),
            Map.entry("orBornUntil", "1961-02-04"),
            Map.entry("digits", "123"),
            Map.entry("lastDigits", "123\uffff"),
            Map.entry("phone", "4444412"),
            Map.entry("lastPhone", "4444412\uffff"),
            Map.entry("local", "4412"),
            Map.entry("lastLocal", "4412\uffff"),
            Map.entry("bornFroms", new String[] {"1961-01-01"}),
            Map.entry("bornUntils", new String[] {"1961-12-31"}),
            Map.entry("most", 200)));

    private final String owner;
    private final String constant;
    private final Map<String, Object> parameters;

    MainQuery(String owner, String constant, Map<String, Object> parameters) {
      this.owner = owner;
      this.constant = constant;
      this.parameters = parameters;
    }

    String sql() throws ReflectiveOperationException {
      var field = Class.forName(owner).getDeclaredField(constant);
      field.setAccessible(true);
      return String.valueOf(field.get(null));
    }

    /** A parameter that is not given is an absent filter. */
    Map<String, @Nullable Object> parameters(String sql) {
      var all = new HashMap<String, @Nullable Object>();
      Pattern.compile("(?<!:):([a-zA-Z]+)")
          .matcher(sql)
          .results()
          .forEach(match -> all.put(match.group(1), parameters.get(match.group(1))));
      all.put("organization", CROWD.value());
      return all;
    }
  }

  private static TestDatabase.@Nullable Copy copy;

  @BeforeAll
  static void fill() throws SQLException {
    var database = TestDatabase.get().copy();
    copy = database;
    try (var connection = database.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (var row : CROWDED.split(";")) {
        if (!row.isBlank()) {
          statement.execute(row.formatted(CROWD.value(), SOMEBODY));
        }
      }
      statement.execute("analyze");
    }
  }

  @AfterAll
  static void drop() {
    if (copy != null) {
      copy.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_main_query_reads_no_table_from_end_to_end(MainQuery query)
      throws ReflectiveOperationException {
    var plan = plan(query.sql(), query);

    assertThat(plan).doesNotContain("Seq Scan").contains("Index");
  }

  private static String plan(String sql, MainQuery query) {
    var source = Objects.requireNonNull(copy).dataSource();
    JdbcClient jdbc = TestDatabase.jdbc(source);
    Transactions transactions = TestDatabase.transactions(source);
    return transactions.reading(
        Actor.system(CROWD),
        () ->
            jdbc.sql("explain " + sql).params(query.parameters(sql)).query(String.class).stream()
                .map(String::valueOf)
                .collect(Collectors.joining("\n")));
  }

  // One crowded organization among quiet ones; without foreign keys, which no plan looks at.
  private static final String CROWDED =
      """
      insert into organization (id, name) values ('%1$s', 'Crowd');
      insert into organization (name) select 'Quiet ' || n from generate_series(1, 200) n;
      insert into login (id, name, password_hash)
      select case n when 1 then uuid '%2$s' else uuidv7() end, 'user' || n, 'none'
      from generate_series(1, 5000) n;
      insert into membership (organization_id, login_id, role, display_name)
      select '%1$s', id, 'coordinator', name from login;
      insert into login_session
          (token_hash, id, login_id, organization_id, role, created_at, seen_at, expires_at)
      select sha256(convert_to(n::text, 'UTF8')), uuidv7(), '%2$s', '%1$s', 'coordinator', now(), now(), now()
      from generate_series(1, 20000) n;
      insert into audit_event (organization_id, id, login_id, action, entity, written_by)
      select '%1$s', uuidv7(), '%2$s', 'read', 'board', n::text::xid8
      from generate_series(1, 40000) n;
      insert into audit_event_patient (organization_id, patient_id, audit_event_id)
      select organization_id, uuidv7(), id from audit_event;
      insert into audit_block (organization_id, number, from_transaction, below_transaction, events,
          previous_head, head, sealed_at)
      select '%1$s', n, n::text::xid8, (n + 1)::text::xid8, 1, '', '', now()
      from generate_series(1, 20000) n;
      insert into patient (organization_id, id, mrn, family, given, birth_date, sex, created_by)
      select '%1$s', uuidv7(), n::text, 'Family' || n, 'Given', date '1930-01-01' + n, 'female', '%2$s'
      from generate_series(1, 30000) n;
      insert into patient_word (organization_id, word, patient_id)
      select organization_id, 'word' || mrn, id from patient;
      insert into patient_telecom (organization_id, patient_id, position, system, value, digits)
      select organization_id, id, 0, 'phone', mrn, lpad(mrn, 10, '4') from patient;
      insert into appointment_type (organization_id, id, key, name, code, family, minutes)
      select o.id, uuidv7(), 'type' || n, 'Type', 'T' || n, 'teal', 20
      from organization o, generate_series(1, 20) n;
      insert into resource (organization_id, id, key, category, kind, name)
      select o.id, uuidv7(), 'resource' || n, 'practitioner', 'physician', 'Somebody'
      from organization o, generate_series(1, 20) n;
      insert into practitioner (organization_id, id, family, given)
      select organization_id, id, 'Family', 'Given' from resource;
      insert into appointment (organization_id, id, patient_id, appointment_type_id, practitioner_id, location_id,
          during, told_local, told_zone, status, created_by)
      select '%1$s', uuidv7(), p.id, t.id, d.id, ('00000000-0000-0002-0000-00000000000' || s.n %% 3)::uuid,
          tstzrange(timestamptz '2027-01-01' + s.n * interval '5 min', timestamptz '2027-01-01' + s.n * interval '5 min'
              + interval '20 min'),
          now(), 'America/Chicago', 'booked', '%2$s'
      from generate_series(1, 40000) s (n)
      join (select id, row_number() over () as n from patient) p on p.n = 1 + s.n * 7 %% 30000
      join (select id, row_number() over () as n from appointment_type where organization_id = '%1$s') t
          on t.n = 1 + s.n %% 20
      join (select id, row_number() over () as n from practitioner where organization_id = '%1$s') d
          on d.n = 1 + s.n %% 20;
      insert into visit (organization_id, id, number, appointment_id, patient_id, stage, stage_since, arrived_at)
      select organization_id, uuidv7(), row_number() over (), id, patient_id, 'finished', starts_at, starts_at
      from appointment;
      insert into booking (organization_id, resource_id, during, appointment_id)
      select '%1$s', ('00000000-0000-0003-0000-0000000000' || lpad((n %% 20)::text, 2, '0'))::uuid,
          tstzrange(timestamptz '2027-01-01' + n * interval '5 min', timestamptz '2027-01-01' + n * interval '5 min'
              + interval '20 min'),
          uuidv7()
      from generate_series(1, 40000) n;
      insert into patient_time (organization_id, patient_id, during, appointment_id)
      select organization_id, resource_id, during, appointment_id from booking;
      """;
}
