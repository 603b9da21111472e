package dev.liaison.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.audit.AuditEvent;
import dev.liaison.platform.tenancy.Actor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {
  private final TestDatabase database = TestDatabase.get();
  private final JdbcClient jdbc = database.jdbc();

  @Test
  void one_organization_never_sees_the_rows_of_another() {
    var ours = TestDesk.open();
    var theirs = TestDesk.open();
    theirs.hasPatient("Garcia", "Luz");

    assertThat(theirs.countOf("patient")).isEqualTo(1);
    assertThat(ours.countOf("patient")).isZero();
  }

  @Test
  void outside_of_a_transaction_of_an_organization_no_row_is_visible() {
    TestDesk.open().hasPatient("Garcia", "Luz");

    assertThat(jdbc.sql("select count(*) from patient").query(Long.class).single()).isZero();
  }

  @Test
  void a_transaction_of_another_organization_cannot_be_opened_inside() {
    var ours = TestDesk.open();
    var theirs = TestDesk.open();
    var transactions = database.transactions();

    assertThatThrownBy(() ->
            transactions.as(
                ours.actor(), tx -> transactions.as(theirs.actor(), inner -> "unreachable")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_inner_refusal_undoes_only_itself() {
    var desk = TestDesk.open();
    var transactions = database.transactions();
    var audit = database.audit();
    var outer = UUID.randomUUID();
    var inner = UUID.randomUUID();

    transactions.as(
        desk.actor(),
        tx -> {
          audit.record(desk.actor(), AuditEvent.of(AuditEvent.Action.READ, "outer", outer));
          transactions.as(
              desk.actor(),
              nested -> {
                audit.record(desk.actor(), AuditEvent.of(AuditEvent.Action.READ, "inner", inner));
                nested.setRollbackOnly();
                return "refused";
              });
          return "done";
        });

    var written =
        desk.asks(sql -> sql.sql("select entity_id from audit_event").query(UUID.class).list());
    assertThat(written).containsExactly(outer);
  }

  @Test
  void what_is_recorded_apart_outlives_the_refusal_around_it() {
    var desk = TestDesk.open();
    var transactions = database.transactions();

    transactions.as(
        desk.actor(),
        tx -> {
          database
              .audit()
              .recordApart(desk.actor(), AuditEvent.of(AuditEvent.Action.REFUSED, "patient"));
          tx.setRollbackOnly();
          return "refused";
        });

    assertThat(desk.countOf("audit_event")).isEqualTo(1);
  }

  @Test
  void a_copy_is_another_database() {
    var desk = TestDesk.open();
    try (var copy = database.copy()) {
      var there = TestDatabase.jdbc(copy.dataSource());

      var found =
          TestDatabase.transactions(copy.dataSource())
              .reading(
                  Actor.system(desk.organization),
                  () -> there.sql("select count(*) from location").query(Long.class).single());

      assertThat(found).isZero();
    }
  }
}
