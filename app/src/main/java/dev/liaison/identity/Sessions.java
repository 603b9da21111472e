package dev.liaison.identity;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.identity.LoginOutcome.Choose;
import dev.liaison.identity.LoginOutcome.In;
import dev.liaison.identity.LoginOutcome.Refused;
import dev.liaison.identity.LoginOutcome.TryLater;
import dev.liaison.identity.LoginSessions.ExpiredRow;
import dev.liaison.identity.LoginSessions.SessionRow;
import dev.liaison.identity.Passwords.Verdict;
import dev.liaison.platform.Ids;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.OrganizationId;
import dev.liaison.platform.tenancy.SessionId;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.tenancy.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Who is logged in at which browser. A session outlives a restart of the server, ends after an hour
 * without a click, and after twelve hours in any case.
 */
@Service
public class Sessions {
  static final Duration IDLE = Duration.ofHours(1);
  static final Duration LONGEST = Duration.ofHours(12);
  static final Duration KEPT = Duration.ofDays(30);
  private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
  private static final Duration REFUSED_AFTER = Duration.ofMillis(400);
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final LoginSessions sessions;
  private final Logins logins;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Audit audit;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Sessions(
      LoginSessions sessions,
      Logins logins,
      Passwords passwords,
      Throttle throttle,
      Audit audit,
      Transactions transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sessions = sessions;
    this.logins = logins;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Opens a session; a wrong password of a known person is audited where that person works. A
   * refusal always takes the same time, so that it tells nobody which names there are.
   */
  public LoginOutcome logIn(String typedName, String password, String address) {
    var started = System.nanoTime();
    var outcome = tryToLogIn(typedName, password, address);
    if (outcome instanceof Refused) {
      waitUntil(started + REFUSED_AFTER.toNanos());
    }
    return outcome;
  }

  private static void waitUntil(long nanoTime) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LoginOutcome tryToLogIn(String typedName, String password, String address) {
    var name = Logins.normal(typedName);
    if (!Logins.isPossible(name)) {
      // Nobody's, and kept nowhere: a flood of long ones would fill the memory.
      return passwords.check(password, null) == Verdict.CROWDED
          ? new TryLater(MOMENT)
          : new Refused();
    }
    var wait = throttle.take(name, address);
    return wait.isPresent() ? new TryLater(wait.get()) : guess(name, password, address);
  }

  /** An attempt that the throttle has given. */
  private LoginOutcome guess(String name, String password, String address) {
    var login = logins.find(name).orElse(null);
    var verdict = passwords.check(password, login == null ? null : login.passwordHash());
    if (verdict == Verdict.CROWDED) {
      throttle.giveBack(name, address);
      return new TryLater(MOMENT);
    }
    var memberships = login == null ? List.<Membership>of() : logins.memberships(login.id());
    if (login == null || verdict == Verdict.WRONG || memberships.isEmpty()) {
      if (login != null) {
        memberships.forEach(membership -> refused(login.id(), membership));
      }
      return new Refused();
    }
    throttle.succeeded(name, address);
    return open(login.id(), memberships, address);
  }

  private LoginOutcome open(UserId user, List<Membership> memberships, String address) {
    var token = SessionToken.next();
    var id = new SessionId(Ids.next());
    var now = clock.instant();
    sessions.add(token, id, user, address, now, now.plus(IDLE));
    if (memberships.size() > 1) {
      return new Choose(token);
    }
    enter(token, id, user, memberships.getFirst());
    return new In(token);
  }

  /** The organizations between which this session still has to choose. */
  public List<Membership> choices(String token) {
    return sessions
        .find(token, clock.instant())
        .filter(session -> !session.chosen())
        .map(session -> logins.memberships(session.loginId()))
        .orElse(List.of());
  }

  /** Enters one of {@link #choices}; false when that was none of them. */
  public boolean choose(String token, OrganizationId organization) {
    var session = sessions.find(token, clock.instant()).filter(found -> !found.chosen());
    return session.isPresent()
        && logins.memberships(session.get().loginId()).stream()
            .filter(membership -> membership.organizationId().equals(organization))
            .findFirst()
            .map(
                membership -> enter(token, session.get().id(), session.get().loginId(), membership))
            .orElse(false);
  }

  private boolean enter(String token, SessionId id, UserId user, Membership membership) {
    var actor = new Actor(user, membership.organizationId(), membership.role(), id);
    return transactions.as(
        actor,
        tx -> {
          var address = sessions.choose(token, membership.organizationId(), membership.role());
          address.ifPresent(from ->
              audit.record(
                  actor, AuditEvent.of(Action.LOGIN, "session", id.value()).with("address", from)));
          return address.isPresent();
        });
  }

  private void refused(UserId user, Membership membership) {
    var actor = new Actor(user, membership.organizationId(), membership.role(), null);
    audit.recordApart(actor, AuditEvent.of(Action.REFUSED, "login", user.value()));
  }

  /**
   * The person behind a token, who is here by this question: asking keeps the session from growing
   * idle.
   */
  public Optional<SignedIn> find(String token) {
    return find(token, true);
  }

  /** Like {@link #find}, for what a browser asks by itself: it keeps no session alive. */
  public Optional<SignedIn> findUnseen(String token) {
    return find(token, false);
  }

  /**
   * Of these sessions, those that are still open, each with who acts in it now: a session that
   * ended, or whose person has another role, is otherwise than it was, on whatever node that
   * happened. One statement; keeps no session alive.
   */
  public Map<SessionId, Actor> stillOpen(Collection<SessionId> asked) {
    return asked.isEmpty()
        ? Map.of()
        : sessions.stillOpen(asked, clock.instant()).stream()
            .map(row -> new Actor(row.loginId(), row.organizationId(), row.role(), row.id()))
            .collect(
                Collectors.toMap(
                    actor -> Objects.requireNonNull(actor.session()), Function.identity()));
  }

  private Optional<SignedIn> find(String token, boolean seen) {
    var now = clock.instant();
    var session = sessions.find(token, now);
    if (seen && session.filter(found -> isStale(found, now)).isPresent()) {
      sessions.touch(token, now, now.plus(IDLE), LONGEST.toSeconds());
    }
    return session.map(Sessions::signedIn);
  }

  private static boolean isStale(SessionRow session, Instant now) {
    return session.seenAt().plus(TOUCHED_EVERY).isBefore(now);
  }

  private static @Nullable SignedIn signedIn(SessionRow row) {
    if (row.organizationId() == null
        || row.organizationName() == null
        || row.role() == null
        || row.displayName() == null) {
      return null;
    }
    var actor = new Actor(row.loginId(), row.organizationId(), row.role(), row.id());
    return new SignedIn(actor, row.displayName(), row.organizationName(), row.locationId());
  }

  /**
   * Lets this session look at another place. The caller has seen to it that the place is one of the
   * actor's organization: places are not known here.
   */
  public void look(Actor actor, UUID place) {
    var session = actor.session();
    if (session == null) {
      throw new IllegalArgumentException("Only a person at a browser looks at a place");
    }
    transactions.as(
        actor,
        tx -> {
          if (sessions.look(session, actor.organization(), place)) {
            events.publishEvent(new SessionEnded(session));
          }
          return session;
        });
  }

  /** Logs out; a token that is over already changes nothing. */
  public void end(String token) {
    var now = clock.instant();
    var session = sessions.find(token, now).orElse(null);
    if (session == null) {
      return;
    }
    var person = signedIn(session);
    if (person == null) {
      sessions.end(session.id(), now);
    } else {
      end(person.actor(), session.id(), now, "person");
    }
  }

  /** Ends the sessions whose time is over, so that their streams end too. */
  void endExpired() {
    var now = clock.instant();
    for (ExpiredRow row : sessions.expired(now)) {
      if (row.organizationId() == null || row.role() == null) {
        sessions.end(row.id(), now);
      } else {
        var actor = new Actor(row.loginId(), row.organizationId(), row.role(), row.id());
        end(actor, row.id(), now, "time");
      }
    }
  }

  /**
   * Removes the sessions that ended a month ago: who came and went, and from where, is in the
   * audit. Whoever stayed away for longer looks at the first place again.
   */
  void forgetEnded() {
    sessions.forget(clock.instant().minus(KEPT));
  }

  private void end(Actor actor, SessionId session, Instant now, String by) {
    transactions.as(
        actor,
        tx -> {
          if (sessions.end(session, now)) {
            audit.record(
                actor, AuditEvent.of(Action.LOGOUT, "session", session.value()).with("by", by));
            events.publishEvent(new SessionEnded(session));
          }
          return session;
        });
  }
}
