package dev.liaison.web;

import static java.time.ZoneOffset.UTC;

import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a person's sessions were told: kept in the database, so that a toast outlives the redirect
 * that follows an act, the process, and the eight seconds for which it is shown. They name
 * patients: a day later nobody needs them, and {@link OldToasts} removes them.
 */
@Service
public class Toasts {
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String SAY =
      """
      insert into toast (organization_id, id, session_id, icon, text, undo, said_at)
      values (:organization, :id, :session, :icon, :text, :undo, :now)
      """;

  private static final String FORGET =
      """
      delete from toast
      where organization_id = :organization
          and said_at < :since
      """;

  // Each toast is shown by one page: of two tabs that ask at once, one has it.
  private static final String SHOW =
      """
      update toast
      set shown_at = :now
      where organization_id = :organization
          and session_id = :session
          and shown_at is null
          and said_at > :since
      returning id, icon, text, undo, said_at
      """;

  private static final String RECENT =
      """
      select id, icon, text, undo, said_at
      from toast
      where organization_id = :organization
          and session_id = :session
      order by said_at desc, id desc
      limit 30
      """;

  /** In characters; {@code toast_is_short} in the database. */
  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;

  Toasts(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Says it on the next page or answer of this session; nothing for the product itself. */
  public void say(Actor actor, Toast toast) {
    var session = actor.session();
    if (session == null) {
      return;
    }
    var now = clock.instant();
    transactions.as(
        actor,
        tx ->
            jdbc.sql(SAY)
                .param("organization", actor.organization().value())
                .param("id", toast.id())
                .param("session", session.value())
                .param("icon", toast.icon())
                .param("text", shortened(toast.text()))
                .param("undo", toast.undo())
                .param("now", now.atOffset(UTC))
                .update());
  }

  /**
   * A name from elsewhere may be of any length, and a booking must not fail for its toast. Cut
   * between code points, which is what the column counts too.
   */
  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** What this session has not been shown yet, now shown. Older than a minute it stays unsaid. */
  List<Toast> show(Actor actor) {
    var session = actor.session();
    if (session == null) {
      return List.of();
    }
    var now = clock.instant();
    return transactions.as(
        actor,
        tx ->
            jdbc.sql(SHOW)
                .param("organization", actor.organization().value())
                .param("session", session.value())
                .param("now", now.atOffset(UTC))
                .param("since", now.minusSeconds(60).atOffset(UTC))
                .query(Toast.class)
                .list());
  }

  /** The last thirty, newest first. */
  public List<Toast> recent(Actor actor) {
    var session = actor.session();
    if (session == null) {
      return List.of();
    }
    return transactions.reading(
        actor,
        () ->
            jdbc.sql(RECENT)
                .param("organization", actor.organization().value())
                .param("session", session.value())
                .query(Toast.class)
                .list());
  }

  /** Removes those that were said more than a day ago, whoever they were said to. */
  void forgetOld(Actor actor) {
    transactions.as(
        actor,
        tx ->
            jdbc.sql(FORGET)
                .param("organization", actor.organization().value())
                .param("since", clock.instant().minus(KEPT).atOffset(UTC))
                .update());
  }
}
