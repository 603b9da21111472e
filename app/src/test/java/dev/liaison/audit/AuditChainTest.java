package dev.liaison.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.audit.ChainReport.Fault;
import dev.liaison.audit.ChainReport.Kind;
import dev.liaison.platform.Ids;
import dev.liaison.testing.TestDatabase;
import dev.liaison.testing.TestDesk;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class AuditChainTest {
  private final TestDatabase database = TestDatabase.get();
  private final Audit audit = database.audit();
  private final Blocks blocks = new Blocks(database.jdbc());
  private final SealedEvents events = new SealedEvents(database.jdbc());
  private final AuditSealer sealer =
      new AuditSealer(blocks, events, database.transactions(), Clock.systemUTC());
  private final AuditChain chain = new AuditChain(blocks, events, database.transactions());
  private final TestDesk desk = TestDesk.open();

  @Test
  void what_is_written_is_sealed_and_found_whole() throws Exception {
    write(3);

    sealEverything();

    var report = chain.verify(desk.organization);
    assertThat(report.events()).isEqualTo(3);
    assertThat(report.unsealed()).isZero();
    assertThat(report.isWhole()).isTrue();
  }

  @Test
  void nothing_new_makes_no_block() throws Exception {
    write(1);
    sealEverything();
    var before = chain.verify(desk.organization).blocks();

    assertThat(sealer.seal(desk.organization)).isFalse();

    assertThat(chain.verify(desk.organization).blocks()).isEqualTo(before);
  }

  @Test
  void a_row_whose_transaction_was_open_while_a_block_was_sealed_is_in_the_next() throws Exception {
    write(1);
    var written = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var slow =
        Thread.ofVirtual()
            .start(() ->
                database
                    .transactions()
                    .as(
                        desk.actor(),
                        tx -> {
                          audit.record(desk.actor(), AuditEvent.of(Action.READ, "board"));
                          written.countDown();
                          return await(mayCommit);
                        }));
    assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();

    sealUntil(1);
    write(1);
    sealer.seal(desk.organization);
    var whileOpen = chain.verify(desk.organization);
    mayCommit.countDown();
    slow.join();
    sealEverything();

    assertThat(whileOpen.events()).isEqualTo(1);
    assertThat(whileOpen.isWhole()).isTrue();
    var report = chain.verify(desk.organization);
    assertThat(report.events()).isEqualTo(3);
    assertThat(report.blocks()).isGreaterThan(1);
    assertThat(report.isWhole()).isTrue();
  }

  @Test
  void a_changed_row_is_found() throws Exception {
    write(3);
    sealEverything();

    tamper(
        """
        update audit_event set detail = '{"n": "9"}' where organization_id = '%s' and detail ->> 'n' = '1'
        """);

    assertThat(chain.verify(desk.organization).faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.EVENT_CHANGED);
  }

  @Test
  void a_removed_row_is_found() throws Exception {
    write(3);
    sealEverything();

    tamper("delete from audit_event where organization_id = '%s' and detail ->> 'n' = '1'");

    assertThat(chain.verify(desk.organization).faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.EVENTS_MISCOUNT);
  }

  @Test
  void rows_that_changed_places_are_found() throws Exception {
    write(2);
    sealEverything();

    tamper(
        """
        update audit_event e set detail = o.detail, recorded_at = o.recorded_at
        from audit_event o
        where e.organization_id = '%1$s' and o.organization_id = '%1$s' and o.id <> e.id
        """);

    assertThat(chain.verify(desk.organization).isWhole()).isFalse();
  }

  @Test
  void a_patient_taken_out_of_a_row_is_found() throws Exception {
    var patient = desk.hasPatient("Okafor", "Ada");
    audit.record(desk.actor(), AuditEvent.of(Action.READ, "patient").showing(patient.value()));
    sealEverything();

    tamper("delete from audit_event_patient where organization_id = '%s'");

    assertThat(chain.verify(desk.organization).faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.EVENT_CHANGED);
  }

  @Test
  void a_removed_block_is_found() throws Exception {
    for (var i = 0; i < 3; i++) {
      write(1);
      sealEverything();
    }

    tamper("delete from audit_block where organization_id = '%s' and number = 2");

    assertThat(chain.verify(desk.organization).faults())
        .containsExactly(new Fault(3, Kind.BLOCK_MISSING), new Fault(3, Kind.CHAIN_BROKEN));
  }

  @Test
  void the_product_itself_can_change_and_remove_nothing() {
    write(1);

    for (var statement :
        List.of(
            "update audit_event set action = 'read'",
            "delete from audit_event",
            "truncate audit_event cascade",
            "delete from audit_event_patient",
            "update audit_block set events = 0",
            "delete from audit_block")) {
      assertThatThrownBy(() -> desk.asks(sql -> sql.sql(statement).update()))
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_refused_attempt_stays_written_when_its_transaction_is_undone() {
    database
        .transactions()
        .as(
            desk.actor(),
            tx -> {
              audit.recordApart(desk.actor(), AuditEvent.of(Action.REFUSED, "patient", Ids.next()));
              audit.record(desk.actor(), AuditEvent.of(Action.READ, "patient"));
              tx.setRollbackOnly();
              return tx;
            });

    assertThat(actions()).containsExactly("refused");
  }

  @Test
  void only_organizations_with_something_new_are_named_to_the_job() throws Exception {
    var quiet = TestDesk.open();
    write(1);

    // Nobody has set an organization here: the function sees through the wall, identifiers only.
    var named = Set.copyOf(blocks.organizationsToSeal());
    while (!named.contains(desk.organization) && chain.verify(desk.organization).blocks() == 0) {
      named = Set.copyOf(blocks.organizationsToSeal());
    }
    sealEverything();

    assertThat(named).doesNotContain(quiet.organization);
    assertThat(blocks.organizationsToSeal()).doesNotContain(desk.organization);
  }

  @Test
  void nobody_who_writes_waits_for_the_seal() throws Exception {
    write(1);
    var sealed = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    var sealing =
        Thread.ofVirtual()
            .start(() ->
                database
                    .transactions()
                    .as(
                        desk.actor(),
                        tx -> {
                          sealer.seal(desk.organization);
                          sealed.countDown();
                          return await(mayCommit);
                        }));
    assertThat(sealed.await(10, TimeUnit.SECONDS)).isTrue();

    var writing = Thread.ofVirtual().start(() -> write(1));
    var written = writing.join(Duration.ofSeconds(5));
    mayCommit.countDown();
    sealing.join();

    assertThat(written).isTrue();
    sealEverything();
    assertThat(chain.verify(desk.organization).isWhole()).isTrue();
  }

  private void write(int count) {
    for (var n = 0; n < count; n++) {
      audit.record(desk.actor(), AuditEvent.of(Action.READ, "board").with("n", n));
    }
  }

  /** Other tests hold transactions open for moments, and blocks reach no further than they. */
  private void sealEverything() throws InterruptedException {
    for (var i = 0; i < 2000 && chain.verify(desk.organization).unsealed() > 0; i++) {
      if (!sealer.seal(desk.organization)) {
        Thread.sleep(5);
      }
    }
    assertThat(chain.verify(desk.organization).unsealed()).isZero();
  }

  private void sealUntil(long sealed) throws InterruptedException {
    for (var i = 0; i < 2000 && chain.verify(desk.organization).events() < sealed; i++) {
      if (!sealer.seal(desk.organization)) {
        Thread.sleep(5);
      }
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tamper(String statement) throws SQLException {
    try (var connection = database.superuser().connect();
        var sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      sql.execute(statement.formatted(desk.id()));
    }
  }

  private List<String> actions() {
    return desk.asks(sql ->
        sql.sql("select action from audit_event where organization_id = :organization")
            .param("organization", (UUID) desk.id())
            .query(String.class)
            .list());
  }
}
