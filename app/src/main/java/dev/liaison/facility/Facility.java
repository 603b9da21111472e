package dev.liaison.facility;

import dev.liaison.audit.Audit;
import dev.liaison.audit.AuditEvent;
import dev.liaison.audit.AuditEvent.Action;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The facility, as other modules see it. Lists come in the order of the facility file; nothing here
 * is about a patient, so nothing is audited but the changes.
 */
@Service
public class Facility {
  private final FacilityRows rows;
  private final WeeklySessions weekly;
  private final Transactions transactions;
  private final Audit audit;

  Facility(FacilityRows rows, WeeklySessions weekly, Transactions transactions, Audit audit) {
    this.rows = rows;
    this.weekly = weekly;
    this.transactions = transactions;
    this.audit = audit;
  }

  public List<Location> locations(Actor actor) {
    return transactions.reading(actor, () -> rows.locations(actor.organization()));
  }

  /** Empty also for another organization's. */
  public Optional<Location> findLocation(Actor actor, LocationId location) {
    return locations(actor).stream().filter(l -> l.id().equals(location)).findFirst();
  }

  /** Practitioners, then rooms, then devices. */
  public List<Resource> resources(Actor actor) {
    return transactions.reading(actor, () -> rows.resources(actor.organization()));
  }

  /** Empty also for another organization's. */
  public Optional<Resource> findResource(Actor actor, ResourceId resource) {
    return resources(actor).stream().filter(r -> r.id().equals(resource)).findFirst();
  }

  /**
   * The practitioners who have a session at the location on any day of the dates, both included.
   */
  public List<Resource> practitioners(
      Actor actor, LocationId location, LocalDate from, LocalDate until) {
    return transactions.reading(
        actor, () -> rows.practitioners(actor.organization(), location, from, until));
  }

  public List<AppointmentType> appointmentTypes(Actor actor) {
    return transactions.reading(actor, () -> rows.appointmentTypes(actor.organization()));
  }

  /** Empty also for another organization's. */
  public Optional<AppointmentType> findAppointmentType(Actor actor, AppointmentTypeId type) {
    return appointmentTypes(actor).stream().filter(t -> t.id().equals(type)).findFirst();
  }

  /** Sessions of these resources of which a day may lie within the dates, both included. */
  public List<WeeklySession> sessions(
      Actor actor, Collection<ResourceId> resources, LocalDate from, LocalDate until) {
    return transactions.reading(
        actor, () -> rows.sessions(actor.organization(), resources, from, until));
  }

  /**
   * Adds sessions beside those of the facility file, such as a Saturday that is open for once. One
   * that would overlap a session of the same resource is left out.
   *
   * @return how many were added
   */
  public int open(Actor actor, Collection<WeeklySession> sessions) {
    return transactions.as(
        actor,
        tx -> {
          var added =
              sessions.stream().filter(s -> weekly.add(actor.organization(), s)).toList().size();
          if (added > 0) {
            audit.record(actor, AuditEvent.of(Action.UPDATE, "facility").with("opened", added));
          }
          return added;
        });
  }
}
