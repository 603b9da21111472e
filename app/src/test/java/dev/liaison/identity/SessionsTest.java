package dev.liaison.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.audit.Audit;
import dev.liaison.identity.LoginOutcome.In;
import dev.liaison.identity.LoginOutcome.Refused;
import dev.liaison.identity.LoginOutcome.TryLater;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.testing.MovableClock;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import dev.liaison.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class SessionsTest {
  // A database of its own: where time is moved, the sessions of other tests would end.
  private static final TestDatabase.Copy COPY = TestDatabase.get().copy();

  private final JdbcClient jdbc = TestDatabase.jdbc(COPY.dataSource());
  private final Transactions transactions = TestDatabase.transactions(COPY.dataSource());
  private final MovableClock clock = MovableClock.at("2027-03-01T14:00:00Z");
  private final List<Object> told = new ArrayList<>();
  private final TestDesk desk = TestDesk.open(jdbc, transactions);
  private final Throttle throttle = new Throttle(clock);
  private final Sessions sessions = sessions(new Passwords());

  private Sessions sessions(Passwords passwords) {
    return new Sessions(
        new LoginSessions(jdbc),
        new Logins(jdbc),
        passwords,
        throttle,
        new Audit(jdbc, transactions, JsonMapper.builder().build()),
        transactions,
        told::add,
        clock);
  }

  @AfterAll
  static void drop() {
    COPY.close();
  }

  @Test
  void a_session_ends_after_an_hour_without_a_click() {
    var token = logIn();

    clock.advance(Duration.ofMinutes(59));
    assertThat(sessions.find(token)).isPresent();
    clock.advance(Duration.ofMinutes(59));
    assertThat(sessions.find(token)).isPresent();
    clock.advance(Duration.ofMinutes(61));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void what_a_page_asks_by_itself_keeps_no_session_alive() {
    var token = logIn();

    clock.advance(Duration.ofMinutes(50));
    assertThat(sessions.findUnseen(token)).isPresent();
    clock.advance(Duration.ofMinutes(11));
    assertThat(sessions.findUnseen(token)).isEmpty();
  }

  @Test
  void a_session_ends_after_twelve_hours_whatever_was_clicked() {
    var token = logIn();

    for (var halfHours = 1; halfHours < 24; halfHours++) {
      clock.advance(Duration.ofMinutes(30));
      assertThat(sessions.find(token)).isPresent();
    }
    clock.advance(Duration.ofMinutes(31));
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void a_session_whose_time_is_over_is_told_to_whoever_streams_to_it() {
    var token = logIn();
    var actor = actorOf(token);

    clock.advance(Duration.ofMinutes(61));
    sessions.endExpired();
    sessions.endExpired();

    assertThat(told).filteredOn(new SessionEnded(session(actor))::equals).hasSize(1);
  }

  @Test
  void looking_at_another_place_is_kept_and_told() {
    var token = logIn();
    var actor = actorOf(token);

    sessions.look(actor, desk.clinic.value());

    assertThat(sessions.find(token))
        .get()
        .extracting(SignedIn::place)
        .isEqualTo(desk.clinic.value());
    assertThat(told).containsExactly(new SessionEnded(session(actor)));
  }

  @Test
  void the_next_session_of_a_person_looks_where_the_last_one_looked() {
    var first = logIn();
    sessions.look(actorOf(first), desk.clinic.value());
    sessions.end(first);

    var second = logIn();

    assertThat(sessions.find(second))
        .get()
        .extracting(SignedIn::place)
        .isEqualTo(desk.clinic.value());
  }

  @Test
  void who_logs_out_twice_has_logged_out_once() {
    var token = logIn();

    sessions.end(token);
    sessions.end(token);

    assertThat(told).hasSize(1);
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void a_month_after_its_end_nothing_is_left_of_a_session_but_the_audit() {
    sessions.end(logIn());
    clock.advance(Duration.ofDays(29));
    sessions.end(logIn());
    logIn();

    clock.advance(Duration.ofDays(2));
    sessions.forgetEnded();

    assertThat(
            jdbc.sql("select count(*) from login_session where login_id = :login")
                .param("login", desk.actor().user().value())
                .query(Long.class)
                .single())
        .isEqualTo(2);
    var from =
        desk.asks(sql ->
            sql.sql(
                    """
                    select distinct detail ->> 'address'
                    from audit_event
                    where organization_id = :organization
                        and action = 'login'
                    """)
                .param("organization", desk.id())
                .query(String.class)
                .list());
    assertThat(from).containsExactly("192.0.2.9");
  }

  @Test
  void the_database_keeps_no_secret() {
    var token = logIn();

    var kept =
        jdbc.sql("select encode(token_hash, 'hex') from login_session where login_id = :login")
            .param("login", desk.actor().user().value())
            .query(String.class)
            .single();

    assertThat(kept).hasSize(64).doesNotContain(token);
  }

  @Test
  void a_refusal_takes_the_same_time_for_names_that_are_not_there() {
    for (var name : new String[] {desk.coordinator.login(), "nobody of that name"}) {
      var started = System.nanoTime();
      sessions.logIn(name, "not the password", "192.0.2.1");

      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isGreaterThan(Duration.ofMillis(390));
    }
  }

  @Test
  void guessing_waits_twice_as_long_each_time_and_only_at_its_own_address() {
    for (var i = 0; i < 5; i++) {
      assertThat(throttle.take("ada", "192.0.2.1")).isEmpty();
    }
    assertThat(throttle.take("ada", "192.0.2.1")).hasValue(Duration.ofSeconds(15));
    assertThat(throttle.take("ada", "192.0.2.2")).isEmpty();
    assertThat(throttle.take("grace", "192.0.2.1")).isEmpty();

    clock.advance(Duration.ofSeconds(15));
    assertThat(throttle.take("ada", "192.0.2.1")).isEmpty();
    assertThat(throttle.take("ada", "192.0.2.1")).hasValue(Duration.ofSeconds(30));
    for (var i = 0; i < 20; i++) {
      clock.advance(Duration.ofMinutes(15));
      assertThat(throttle.take("ada", "192.0.2.1")).isEmpty();
    }
    assertThat(throttle.take("ada", "192.0.2.1")).hasValue(Duration.ofMinutes(15));
  }

  @Test
  void of_fifty_guesses_that_arrive_together_five_are_tried() {
    var outcomes =
        Together.run(
            50, () -> sessions.logIn(desk.coordinator.login(), "not the password", "192.0.2.3"));

    assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(5);
    assertThat(outcomes).filteredOn(TryLater.class::isInstance).hasSize(45);
    assertThat(refusals()).isEqualTo(5);
  }

  @Test
  void a_name_that_can_be_nobodys_is_refused_and_not_remembered() {
    var name = "x".repeat(1_000_000);

    for (var i = 0; i < 6; i++) {
      assertThat(sessions.logIn(name, "not the password", "192.0.2.4")).isInstanceOf(Refused.class);
    }
  }

  @Test
  void a_guess_that_found_no_place_to_be_checked_is_not_counted() {
    var crowded = sessions(new Passwords(0, Duration.ZERO));

    for (var i = 0; i < 6; i++) {
      assertThat(crowded.logIn(desk.coordinator.login(), TestDesk.PASSWORD, "192.0.2.9"))
          .isInstanceOf(TryLater.class);
    }

    assertThat(sessions.find(logIn())).isPresent();
    assertThat(refusals()).isZero();
  }

  private int refusals() {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event
                where organization_id = :organization
                    and action = 'refused'
                """)
            .param("organization", desk.id())
            .query(Integer.class)
            .single());
  }

  private String logIn() {
    var outcome = sessions.logIn(desk.coordinator.login(), TestDesk.PASSWORD, "192.0.2.9");
    assertThat(outcome).isInstanceOf(In.class);
    return ((In) outcome).token();
  }

  private Actor actorOf(String token) {
    return sessions.find(token).orElseThrow().actor();
  }

  private static SessionId session(Actor actor) {
    return Objects.requireNonNull(actor.session());
  }
}
