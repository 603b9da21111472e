package dev.liaison.web;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Clock;
import java.time.Instant;
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

  private static final String LIST =
      """
      select form, cast(content as text) as content, updated_at
      from draft
      where organization_id = :organization
          and login_id = :login
          and form >= :prefix
          and form <= :last
      order by updated_at desc
      """;

  private static final String CLEAR =
      """
      delete from draft
      where organization_id = :organization
          and login_id = :login
          and form = :form
      """;

  private static final String FORGET =
      """
      delete from draft
      where organization_id = :organization
          and form >= :prefix
          and form <= :last
          and updated_at < :before
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

  /** The person's drafts of forms whose name begins so, the latest first. */
  public List<Kept> list(Actor actor, String prefix) {
    return transactions.reading(
        actor,
        () ->
            jdbc.sql(LIST)
                .param("organization", actor.organization().value())
                .param("login", actor.user().value())
                .param("prefix", prefix)
                .param("last", prefix + Character.toString(Character.MAX_CODE_POINT))
                .query((row, number) ->
                    new Kept(
                        row.getString("form"),
                        json.readValue(row.getString("content"), FIELDS),
                        row.getTimestamp("updated_at").toInstant()))
                .list());
  }

  /** A draft: the form it belongs to, its fields by name, and when it was typed into last. */
  public record Kept(String form, Map<String, List<String>> fields, Instant updatedAt) {
    /** Never what was typed. */
    @Override
    public String toString() {
      return "Kept[" + form + "]";
    }
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

  /** Removes everybody's drafts of forms whose name begins so, last typed into before then. */
  public void forget(Actor actor, String prefix, Instant before) {
    transactions.as(
        actor,
        tx ->
            jdbc.sql(FORGET)
                .param("organization", actor.organization().value())
                .param("prefix", prefix)
                .param("last", prefix + Character.toString(Character.MAX_CODE_POINT))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update());
  }
}
