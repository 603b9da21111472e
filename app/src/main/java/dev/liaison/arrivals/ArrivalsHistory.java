package dev.liaison.arrivals;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.Scheduling;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Writes down visits that happened elsewhere or before: for imports, the demo and what was noted on
 * paper. What happens at the desk now goes through {@link Arrivals}, which judges each step; this
 * face believes what it is told, times included, and announces nothing.
 */
@Service
public class ArrivalsHistory {
  private final Visits visits;
  private final PastVisits past;
  private final Scheduling scheduling;
  private final Audit audit;
  private final Transactions transactions;

  ArrivalsHistory(
      Visits visits,
      PastVisits past,
      Scheduling scheduling,
      Audit audit,
      Transactions transactions) {
    this.visits = visits;
    this.past = past;
    this.scheduling = scheduling;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** How many visits were new or newer than what stood here, and how many were known already. */
  public record Imported(int imported, int unchanged) {}

  /**
   * Takes in visits of one source; the same batch twice changes nothing. Patients, locations and
   * practitioners must be known. A batch of some hundred is one statement.
   *
   * @param source the system they come from, the same at each import
   */
  public Imported importVisits(Actor actor, String source, List<PastVisit> batch) {
    return transactions.as(
        actor,
        tx -> {
          var known = past.digests(actor.organization(), source, batch);
          var news =
              batch.stream()
                  .filter(visit -> !Arrays.equals(visit.digest(), known.get(visit.sourceId())))
                  .toList();
          if (!news.isEmpty()) {
            var last = visits.numbers(actor.organization(), news.size());
            past.put(actor.organization(), source, news, last - news.size());
            var patients = new HashSet<>(news.stream().map(v -> v.patient().value()).toList());
            audit.record(
                actor,
                AuditEvent.of(Action.CREATE, "visit")
                    .showing(patients)
                    .with("source", source)
                    .with("count", news.size()));
          }
          return new Imported(news.size(), batch.size() - news.size());
        });
  }

  /**
   * Writes visits of appointments with all their stages; appointments of finished ones are
   * fulfilled. An appointment that has a visit already is left as it is.
   */
  public void replay(Actor actor, List<ReplayedVisit> batch) {
    transactions.as(
        actor,
        tx -> {
          var last = visits.numbers(actor.organization(), batch.size());
          var begun = past.replay(actor.organization(), batch, last - batch.size());
          audit.record(actor, AuditEvent.of(Action.CREATE, "visit").with("count", begun.size()));
          finished(batch).forEach(appointment -> scheduling.fulfil(actor, appointment));
          return begun.size();
        });
  }

  private static List<AppointmentId> finished(List<ReplayedVisit> batch) {
    return batch.stream()
        .filter(visit -> visit.now().stage() == Stage.FINISHED)
        .map(ReplayedVisit::appointment)
        .toList();
  }
}
