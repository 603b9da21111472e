package dev.liaison.arrivals;

import dev.liaison.arrivals.VisitOutcome.BookingRefused;
import dev.liaison.arrivals.VisitOutcome.IdentityOpen;
import dev.liaison.arrivals.VisitOutcome.NotNow;
import dev.liaison.arrivals.VisitOutcome.Unknown;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingRequest;
import dev.liaison.scheduling.Scheduling;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;

/**
 * The flow of the day, as the board and other modules see it.
 *
 * <p>Every change names the version of the visit that the desk has seen. Whoever comes second
 * learns who was first and what the visit is now; the same change sent twice is done once.
 */
@Service
public class Arrivals {
  private final Visits visits;
  private final VisitChanges changes;
  private final Greeting greeting;
  private final Leaving leaving;
  private final Scheduling scheduling;
  private final Transactions transactions;

  Arrivals(
      Visits visits,
      VisitChanges changes,
      Greeting greeting,
      Leaving leaving,
      Scheduling scheduling,
      Transactions transactions) {
    this.visits = visits;
    this.changes = changes;
    this.greeting = greeting;
    this.leaving = leaving;
    this.scheduling = scheduling;
    this.transactions = transactions;
  }

  public Optional<Visit> find(Actor actor, VisitId visit) {
    return transactions.reading(actor, () -> visits.find(actor.organization(), visit));
  }

  /** The visit of an appointment, also one that was taken back. */
  public Optional<Visit> findFor(Actor actor, AppointmentId appointment) {
    return transactions.reading(actor, () -> visits.find(actor.organization(), appointment));
  }

  /** A patient's visits, the latest first. Callers audit what they show. */
  public List<Visit> listFor(Actor actor, PatientId patient, int limit) {
    return transactions.reading(
        actor, () -> visits.ofPatient(actor.organization(), patient, limit));
  }

  /** Those of these appointments whose patients have come; one statement. Callers audit. */
  public List<Visit> listFor(Actor actor, Collection<AppointmentId> appointments) {
    return appointments.isEmpty()
        ? List.of()
        : transactions.reading(
            actor, () -> visits.ofAppointments(actor.organization(), appointments));
  }

  /** What happened to a visit, first to last. */
  public List<StageChange> changesOf(Actor actor, VisitId visit) {
    return transactions.reading(actor, () -> changes.history(actor, visit).changes());
  }

  /** Greets the patient of an appointment: the visit begins and gets its number. */
  public VisitOutcome arrive(Actor actor, AppointmentId appointment) {
    return transactions.as(actor, tx -> greeting.arrive(actor, appointment));
  }

  /**
   * Checks in, and greets in the same act who was not greeted yet. A patient who went on without
   * being identified stays at that stage and is identified there.
   *
   * @param version 0 when the desk saw no visit yet
   * @param confirmed what the patient said to prove who they are; fewer than two are refused
   */
  public VisitOutcome checkIn(
      Actor actor, AppointmentId appointment, int version, Set<Identifier> confirmed) {
    if (confirmed.size() < 2) {
      return new IdentityOpen();
    }
    return transactions.as(
        actor, tx -> greeting.checkIn(actor, appointment, version, confirmed, tx));
  }

  /** Books a visit of today that begins now, and greets the patient: both or neither. */
  public VisitOutcome walkIn(Actor actor, BookingRequest request) {
    return transactions.as(actor, tx -> walkIn(actor, request, tx));
  }

  private VisitOutcome walkIn(Actor actor, BookingRequest request, TransactionStatus tx) {
    return switch (scheduling.book(actor, request)) {
      case Booked(var appointment) -> greeting.arrive(actor, appointment);
      case BookingOutcome refusal -> {
        tx.setRollbackOnly();
        yield new BookingRefused(refusal);
      }
    };
  }

  /** Shows the patient to a room, or to another one. */
  public VisitOutcome room(Actor actor, VisitId visit, int version, ResourceId room) {
    return onVisit(
        actor,
        visit,
        seen -> {
          var step = changes.step(seen).in(room);
          if (seen.stage().isInRoom()) {
            return changes.make(actor, version, step.because("Another room"));
          }
          return goOn(actor, version, step, Stage.ROOMED);
        });
  }

  /** The clinician is with the patient. */
  public VisitOutcome withClinician(Actor actor, VisitId visit, int version) {
    return onVisit(
        actor, visit, seen -> goOn(actor, version, changes.step(seen), Stage.WITH_CLINICIAN));
  }

  /**
   * The clinician is done; the patient goes to check-out.
   *
   * @param followUp what the clinician asks for, in the words of the opening search
   */
  public VisitOutcome leaving(Actor actor, VisitId visit, int version, @Nullable String followUp) {
    return onVisit(
        actor,
        visit,
        seen -> goOn(actor, version, changes.step(seen).asking(followUp), Stage.LEAVING));
  }

  /** The patient left before anyone saw them. */
  public VisitOutcome leftWithoutBeingSeen(
      Actor actor, VisitId visit, int version, @Nullable String why) {
    return onVisit(
        actor,
        visit,
        seen ->
            goOn(actor, version, changes.step(seen).because(why), Stage.LEFT_WITHOUT_BEING_SEEN));
  }

  /**
   * Checks out and books the follow-up: both or neither. The appointment is fulfilled by it.
   *
   * @param followUp null when none is needed
   */
  public VisitOutcome checkOut(
      Actor actor, VisitId visit, int version, @Nullable BookingRequest followUp) {
    return transactions.as(
        actor,
        tx ->
            visits
                .find(actor.organization(), visit)
                .map(seen -> leaving.checkOut(actor, seen, version, followUp, tx))
                .orElseGet(Unknown::new));
  }

  /**
   * Takes the last stage back, as an act of its own. A check-out taken back frees the follow-up
   * that it booked; an arrival taken back makes the patient expected again. Back to a room goes
   * only whose room is still free.
   */
  public VisitOutcome takeBack(Actor actor, VisitId visit, int version) {
    return onVisit(actor, visit, seen -> leaving.takeBack(actor, seen, version));
  }

  private VisitOutcome goOn(Actor actor, int version, Step step, Stage next) {
    var seen = step.seen();
    if (seen.version() != version) {
      return changes.meanwhile(actor, version, step.to(next));
    }
    return seen.stage().leadsTo(next)
        ? changes.make(actor, version, step.to(next))
        : new NotNow(seen);
  }

  private VisitOutcome onVisit(Actor actor, VisitId visit, Function<Visit, VisitOutcome> change) {
    return transactions.as(
        actor, tx -> visits.find(actor.organization(), visit).map(change).orElseGet(Unknown::new));
  }
}
