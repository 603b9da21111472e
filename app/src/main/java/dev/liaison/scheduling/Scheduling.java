package dev.liaison.scheduling;

import dev.liaison.facility.LocationId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.tenancy.Actor;
import dev.liaison.platform.tenancy.Transactions;
import dev.liaison.platform.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The calendar, as other modules see it.
 *
 * <p>Visits start on the five minutes of the clock ({@link #RASTER}). A time is free when each kind
 * of resource that the type needs has one whose weekly session covers the whole of its busy time
 * and which nothing else claims. Openings are a guide; the keys of the database judge.
 */
@Service
public class Scheduling {
  /** Visits start on these. */
  public static final Duration RASTER = Duration.ofMinutes(5);

  private final Openings openings;
  private final Bookings bookings;
  private final Changes changes;
  private final Appointments appointments;
  private final Days days;
  private final Transactions transactions;

  Scheduling(
      Openings openings,
      Bookings bookings,
      Changes changes,
      Appointments appointments,
      Days days,
      Transactions transactions) {
    this.openings = openings;
    this.bookings = bookings;
    this.changes = changes;
    this.appointments = appointments;
    this.days = days;
    this.transactions = transactions;
  }

  /**
   * The first openings, soonest first; at the same time in the facility's order. None lies in the
   * past, and those of one practitioner do not overlap each other, so that nine of them are nine
   * different times to offer.
   */
  public List<Opening> openings(Actor actor, OpeningQuestion question, int limit) {
    return transactions.reading(actor, () -> openings.first(actor.organization(), question, limit));
  }

  /** Whether anybody asked for holds a session for the type on one of the days, taken or not. */
  public boolean worked(Actor actor, OpeningQuestion question) {
    return transactions.reading(actor, () -> openings.worked(actor.organization(), question));
  }

  /**
   * Books every needed resource or none.
   *
   * <p>Any number of desks may ask for the same time at once: one is {@link BookingOutcome.Booked},
   * the others learn that the slot is taken. Within a caller's transaction a refusal undoes only
   * itself. The same request again answers with the appointment that it made, while that keeps its
   * time; once it is cancelled the answer is {@link BookingOutcome.Changed}.
   */
  public BookingOutcome book(Actor actor, BookingRequest request) {
    return bookings.book(actor, request);
  }

  /**
   * Gives the appointment another time or practitioner: its own claims are given back and the new
   * ones asked for as one act, so a refusal leaves it as it was. Not once its time is over. A
   * confirmation was of the old time and falls away. Undo is another move, which may be refused.
   */
  public BookingOutcome move(Actor actor, MoveRequest request) {
    return bookings.move(actor, request);
  }

  /** Frees the time. Not once it is over: then it is a no-show, fulfilled or an error. */
  public ChangeOutcome cancel(Actor actor, AppointmentId id, int version, String reason) {
    return changes.cancel(actor, id, version, reason);
  }

  /** Takes a cancellation back: asks for the same time again, and may be refused. */
  public BookingOutcome rebook(Actor actor, AppointmentId id, int version) {
    return bookings.rebook(actor, id, version);
  }

  /** The patient did not come; from the appointed time on. The time stays with the appointment. */
  public ChangeOutcome noShow(Actor actor, AppointmentId id, int version) {
    return changes.noShow(actor, id, version);
  }

  /** The patient says to come. */
  public ChangeOutcome confirm(
      Actor actor, AppointmentId id, int version, String by, String through) {
    return changes.confirm(actor, id, version, by, through);
  }

  /** The visit took place. Done once however often it is said. */
  public ChangeOutcome fulfil(Actor actor, AppointmentId id) {
    return changes.fulfil(actor, id);
  }

  /** A no-show came after all: expected again. */
  public ChangeOutcome reopen(Actor actor, AppointmentId id, int version) {
    return changes.reopen(actor, id, version);
  }

  /** A visit that was over goes on, as {@link #fulfil} taken back. Only for who owns the visit. */
  public ChangeOutcome resume(Actor actor, AppointmentId id) {
    return changes.resume(actor, id);
  }

  /** It should never have been written, also in the past. Frees the time; the row stays. */
  public ChangeOutcome enteredInError(Actor actor, AppointmentId id, int version, String why) {
    return changes.enteredInError(actor, id, version, why);
  }

  /** Empty also for another organization's. */
  public Optional<Appointment> find(Actor actor, AppointmentId id) {
    return transactions.reading(actor, () -> appointments.find(actor.organization(), id));
  }

  /** What a place's schedule shows: all that begin within the hours and keep their time. */
  public List<DayEntry> day(Actor actor, LocationId location, Interval hours) {
    return transactions.reading(actor, () -> days.read(actor.organization(), location, hours));
  }

  /** The patient's appointments of whatever state, the latest first. */
  public List<Appointment> ofPatient(Actor actor, PatientId patient, int limit) {
    return transactions.reading(
        actor, () -> appointments.ofPatient(actor.organization(), patient, limit));
  }

  /** All that are booked and not over at that instant, soonest first. */
  public List<Appointment> upcoming(Actor actor, PatientId patient, Instant now) {
    return transactions.reading(
        actor, () -> appointments.upcoming(actor.organization(), patient, now));
  }
}
