package dev.liaison.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.identity.LoginOutcome.In;
import dev.liaison.identity.Sessions;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Role;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Streams whose session ended where this server did not hear of it: rows are changed by hand. */
class LiveSessionsTest extends SpringTest {
  @Autowired private Watchers watchers;
  @Autowired private Sessions sessions;
  @Autowired private JdbcClient jdbc;

  private TestDesk desk;
  private Watcher stays;
  private Watcher goes;
  private Actor actor;

  @BeforeEach
  void twoListen() {
    desk = openDesk();
    stays = listens(desk.coordinator);
    goes = listens(desk.hasUser(Role.COORDINATOR, "Sam Ortiz"));
    actor = goes.actor();
  }

  @Test
  void a_session_that_ended_elsewhere_hears_nothing_after_the_next_beat() {
    ofSession("update login_session set ended_at = now() where id = :id");

    watchers.endThoseNotOpen();

    assertThat(watchers.at(desk.organization, desk.clinic)).containsExactly(stays);
  }

  @Test
  void a_session_whose_time_is_over_hears_nothing_after_the_next_beat() {
    ofSession("update login_session set expires_at = now() where id = :id");

    watchers.endThoseNotOpen();

    assertThat(watchers.at(desk.organization, desk.clinic)).containsExactly(stays);
  }

  @Test
  void who_has_another_role_by_now_hears_nothing_drawn_for_the_former_one() {
    desk.asks(sql ->
        sql.sql(
                """
                update membership
                set role = 'biller'
                where organization_id = :organization
                    and login_id = :login
                """)
            .param("organization", desk.id())
            .param("login", actor.user().value())
            .update());

    watchers.endThoseNotOpen();

    assertThat(watchers.at(desk.organization, desk.clinic)).containsExactly(stays);
  }

  @Test
  void who_is_still_logged_in_goes_on_listening() {
    watchers.endThoseNotOpen();

    assertThat(watchers.at(desk.organization, desk.clinic)).containsOnly(stays, goes);
  }

  private void ofSession(String sql) {
    var session = Objects.requireNonNull(actor.session());
    assertThat(jdbc.sql(sql).param("id", session.value()).update()).isEqualTo(1);
  }

  private Watcher listens(TestDesk.User user) {
    var in = (In) sessions.logIn(user.login(), TestDesk.PASSWORD, "127.0.0.1");
    var person = sessions.find(in.token()).orElseThrow().actor();
    var session = Objects.requireNonNull(person.session());
    var audience = new Audience(person.organization(), desk.clinic, person.role());
    var watcher = new Watcher(Ids.next(), person, session, audience);
    watchers.add(watcher);
    return watcher;
  }
}
