package dev.liaison.patients.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes whom a search showed; nobody is left out. A list that stands for a second, or of which a
 * patient is opened, is an event of its own. Those that the next letter replaced sooner were only
 * typed past: whom they named is one further event when the typing ends, so that a word of ten
 * letters is two events and not ten.
 */
@Component
class SearchAudit {
  private static final Logger log = LoggerFactory.getLogger(SearchAudit.class);
  private static final Duration LOOKED_AT = Duration.ofSeconds(1);

  // Nobody types for so long or past so many without a pause; who does, waits for an event between.
  private static final int MOST_PAST = 500;
  private static final Duration LONGEST_TYPING = Duration.ofSeconds(30);

  private final Audit audit;
  private final Map<SessionId, Typing> open = new ConcurrentHashMap<>();

  SearchAudit(Audit audit) {
    this.audit = audit;
  }

  /**
   * Whom a session was shown since it last paused. Never what was typed: it may be a name.
   *
   * @param list that stands now
   * @param past those whom earlier lists named
   * @param began in nanoseconds of {@link System#nanoTime}
   */
  private record Typing(Actor actor, Shown list, Set<PatientId> past, long began) {

    Typing then(Actor actor, Shown next) {
      return new Typing(actor, next, all(), began);
    }

    Set<PatientId> all() {
      var all = new LinkedHashSet<>(past);
      all.addAll(list.patients());
      return all;
    }

    Set<PatientId> onlyPast() {
      var only = new LinkedHashSet<>(past);
      only.removeAll(list.patients());
      return only;
    }

    boolean isLong() {
      return past.size() >= MOST_PAST || System.nanoTime() - began > LONGEST_TYPING.toNanos();
    }
  }

  /** One list; two that show the same are still two. */
  private static final class Shown {
    private final Set<PatientId> patients;

    Shown(Collection<PatientId> patients) {
      this.patients = new LinkedHashSet<>(patients);
    }

    Set<PatientId> patients() {
      return patients;
    }
  }

  /** A page with its list was asked for, not typed past: written in the caller's transaction. */
  void shown(Actor actor, List<PatientId> patients) {
    write(actor, patients, false);
  }

  /** A list stands before the person from now on. */
  void answered(Actor actor, List<PatientId> patients) {
    var session = actor.session();
    if (session == null) {
      write(actor, patients, false);
      return;
    }
    take(session, Typing::isLong).ifPresent(typing -> write(typing.actor(), typing.all(), true));
    var list = new Shown(patients);
    open.compute(session, (key, typing) -> next(typing, actor, list));
    Thread.ofVirtual().name("search-audit").start(() -> writeIfItStands(session, list));
  }

  private static Typing next(@Nullable Typing typing, Actor actor, Shown list) {
    return typing == null
        ? new Typing(actor, list, Set.of(), System.nanoTime())
        : typing.then(actor, list);
  }

  /** One patient of the list was opened: it was looked at, however short it stood. */
  void opened(Actor actor, PatientId patient) {
    var session = actor.session();
    if (session != null) {
      take(session, typing -> typing.list().patients().contains(patient)).ifPresent(this::write);
    }
  }

  private void writeIfItStands(SessionId session, Shown list) {
    try {
      Thread.sleep(LOOKED_AT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    take(session, typing -> typing.list() == list).ifPresent(this::writeOrSay);
  }

  private Optional<Typing> take(SessionId session, Predicate<Typing> which) {
    var taken = new AtomicReference<@Nullable Typing>();
    open.computeIfPresent(
        session,
        (key, typing) -> {
          if (!which.test(typing)) {
            return typing;
          }
          taken.set(typing);
          return null;
        });
    return Optional.ofNullable(taken.get());
  }

  private void writeOrSay(Typing typing) {
    try {
      write(typing);
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("A search that was answered could not be written");
    }
  }

  private void write(Typing typing) {
    write(typing.actor(), typing.list().patients(), false);
    write(typing.actor(), typing.onlyPast(), true);
  }

  private void write(Actor actor, Collection<PatientId> shown, boolean typedPast) {
    if (shown.isEmpty()) {
      return;
    }
    var event =
        AuditEvent.of(AuditEvent.Action.SEARCH, "patient")
            .showing(shown.stream().map(PatientId::value).toList());
    audit.record(actor, typedPast ? event.with("typed-past", true) : event);
  }

  /** What is not written when the product stops is, before the database goes. */
  @PreDestroy
  void writeWhatStands() {
    for (var session : open.keySet()) {
      take(session, typing -> true).ifPresent(this::writeOrSay);
    }
  }
}
