package dev.liaison.web;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a person has begun to type into a form: kept until it is saved, on whatever desk. */
@Service
public class Drafts {
  private static final String KEEP =
      """
      insert into draft (organization_id, login_id, form, content, updated_at)
      values (:organization, :login, :form, cast(:content as jsonb), :now)
      on conflict on constraint draft_pk do update
      set content = excluded.content, updated_at = excluded.updated_at
      """;

  private static final String FIND =
      """
      select cast(content as text)
      from draft
      where organization_id = :organization
          and login_id = :login
          and form = :form
      """;

  private static final String CLEAR =
      """
      delete from draft
      where organization_id = :organization
          and login_id = :login
          and form = :form
      """;

  private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Transactions transactions, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /** Keeps the fields as they are now; the last desk to type has the word. */
  public void keep(Actor actor, String form, Map<String, List<String>> fields) {
    transactions.as(
        actor,
        tx ->
            jdbc.sql(KEEP)
                .param("organization", actor.organization().value())
                .param("login", actor.user().value())
                .param("form", form)
                .param("content", json.writeValueAsString(fields))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
  }

  public Optional<Map<String, List<String>>> find(Actor actor, String form) {
    return transactions.reading(
        actor,
        () ->
            jdbc.sql(FIND)
                .param("organization", actor.organization().value())
                .param("login", actor.user().value())
                .param("form", form)
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, FIELDS)));
  }

  /** Saved or given up: call it where the form's act succeeds. */
  public void clear(Actor actor, String form) {
    transactions.as(
        actor,
        tx ->
            jdbc.sql(CLEAR)
                .param("organization", actor.organization().value())
                .param("login", actor.user().value())
                .param("form", form)
                .update());
  }
}
