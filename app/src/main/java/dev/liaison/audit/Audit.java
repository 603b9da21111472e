package dev.liaison.audit;

import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The audit, as other modules see it: they add to it. */
@Service
public class Audit {
  private static final String ADD =
      """
      insert into audit_event (organization_id, id, login_id, session_id, role, action, entity, entity_id, detail)
      values (:organization, :id, :login, :session, :role, :action, :entity, :entityId, cast(:detail as jsonb))
      """;

  private static final String ADD_PATIENTS =
      """
      insert into audit_event_patient (organization_id, patient_id, audit_event_id)
      select :organization, patient_id, :id
      from unnest(cast(:patients as uuid[])) as shown (patient_id)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final JsonMapper json;

  public Audit(JdbcClient jdbc, Transactions transactions, JsonMapper json) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * Writes an event in the caller's transaction: what is not written has not happened, and what
   * cannot be written is not shown.
   */
  public void record(Actor actor, AuditEvent event) {
    transactions.joining(
        actor,
        tx -> {
          add(actor, event);
          return event;
        });
  }

  /**
   * Writes an event that must outlive its transaction: a refused or foreign attempt, which the
   * refusal would otherwise undo.
   */
  public void recordApart(Actor actor, AuditEvent event) {
    transactions.apart(
        actor,
        tx -> {
          add(actor, event);
          return event;
        });
  }

  private void add(Actor actor, AuditEvent event) {
    var id = Ids.next();
    var session = actor.session();
    jdbc.sql(ADD)
        .param("organization", actor.organization().value())
        .param("id", id)
        .param("login", actor.user().value())
        .param("session", session == null ? null : session.value())
        .param("role", actor.role().code())
        .param("action", event.action().code())
        .param("entity", event.entity())
        .param("entityId", event.entityId())
        .param("detail", json.writeValueAsString(event.detail()))
        .update();
    if (!event.patients().isEmpty()) {
      jdbc.sql(ADD_PATIENTS)
          .param("organization", actor.organization().value())
          .param("id", id)
          .param("patients", event.patients().toArray(UUID[]::new))
          .update();
    }
  }
}
