package dev.liaison.patients.desk;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.SessionId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes searches that were looked at. A list that the next letter replaces within a second was
 * only typed past; one that stands longer, or of which a patient is opened, was answered.
 */
@Component
class SearchAudit {
  private static final Logger log = LoggerFactory.getLogger(SearchAudit.class);
  private static final Duration LOOKED_AT = Duration.ofSeconds(1);

  private final Audit audit;
  private final Map<SessionId, Answer> latest = new ConcurrentHashMap<>();

  SearchAudit(Audit audit) {
    this.audit = audit;
  }

  /** Whom a list showed. Never what was typed: it may be a name. */
  private record Answer(Actor actor, List<PatientId> shown, Object itself) {
    boolean shows(PatientId patient) {
      return shown.contains(patient);
    }
  }

  /** A list stands before the person from now on. */
  void answered(Actor actor, List<PatientId> shown) {
    var answer = new Answer(actor, List.copyOf(shown), new Object());
    var session = actor.session();
    if (session == null) {
      write(answer);
      return;
    }
    if (shown.isEmpty()) {
      latest.remove(session);
      return;
    }
    latest.put(session, answer);
    Thread.ofVirtual().name("search-audit").start(() -> writeIfItStands(session, answer));
  }

  /** One patient of the list was opened: it was looked at, however short it stood. */
  void opened(Actor actor, PatientId patient) {
    var session = actor.session();
    var answer = session == null ? null : latest.get(session);
    if (answer != null && answer.shows(patient) && latest.remove(session, answer)) {
      write(answer);
    }
  }

  private void writeIfItStands(SessionId session, Answer answer) {
    try {
      Thread.sleep(LOOKED_AT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (latest.remove(session, answer)) {
      try {
        write(answer);
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("A search that was answered could not be written");
      }
    }
  }

  private void write(Answer answer) {
    audit.record(
        answer.actor(),
        AuditEvent.of(AuditEvent.Action.SEARCH, "patient")
            .showing(answer.shown().stream().map(PatientId::value).toList()));
  }

  /** What stood when the product stops is written before the database goes. */
  @PreDestroy
  void writeWhatStands() {
    latest.forEach((session, answer) -> {
      if (latest.remove(session, answer)) {
        write(answer);
      }
    });
  }
}
