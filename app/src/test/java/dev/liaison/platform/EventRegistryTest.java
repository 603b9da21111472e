package dev.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.testing.EventWitness;
import dev.liaison.testing.EventWitness.Witnessed;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class EventRegistryTest extends SpringTest {
  @Autowired private ApplicationEventPublisher events;
  @Autowired private Transactions transactions;
  @Autowired private EventWitness witness;

  @Test
  void an_event_is_kept_with_its_organization_until_its_listener_is_done() throws Exception {
    var desk = openDesk();
    var gate = witness.hold(desk.organization);

    transactions.as(
        desk.actor(),
        tx -> {
          events.publishEvent(new Witnessed(desk.organization));
          return tx;
        });

    assertThat(gate.reached().await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kept(desk)).hasSize(1);
    gate.open().countDown();
    for (var i = 0; i < 200 && !kept(desk).isEmpty(); i++) {
      Thread.sleep(25);
    }
    assertThat(kept(desk)).isEmpty();
    assertThat(witness.countOf(desk.organization)).isEqualTo(1);
  }

  @Test
  void what_is_undone_was_never_told() {
    var desk = openDesk();

    transactions.as(
        desk.actor(),
        tx -> {
          events.publishEvent(new Witnessed(desk.organization));
          tx.setRollbackOnly();
          return tx;
        });

    assertThat(kept(desk)).isEmpty();
    assertThat(witness.countOf(desk.organization)).isZero();
  }

  private static List<String> kept(TestDesk desk) {
    return desk.asks(sql ->
        List.copyOf(
            sql.sql(
                    """
                    select event_type
                    from event_publication
                    where organization_id = :organization
                        and event_type like '%Witnessed'
                    """)
                .param("organization", desk.id())
                .query(String.class)
                .list()));
  }
}
