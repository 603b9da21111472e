package dev.liaison.scheduling.desk;

import dev.liaison.patients.PatientSummary;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentStatus;
import dev.liaison.scheduling.BookingRequest.Why;
import dev.liaison.scheduling.DayMarks.Mark;
import dev.liaison.scheduling.desk.OpeningsPage.Lost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One appointment: what it is and what may be done with it.
 *
 * @param typed into the field of a move
 * @param error why that could not be read; null when it could or nothing was typed
 * @param lost what was refused; null when nothing was
 */
public record AppointmentPage(
    Appointment appointment,
    PatientSummary patient,
    String visit,
    String whom,
    String place,
    LocalDate today,
    Instant now,
    Mark mark,
    String typed,
    @Nullable String error,
    @Nullable Lost lost) {

  /** A fact and what it is called. */
  public record Fact(String name, String value) {}

  public String address() {
    return "/appointments/" + appointment.id().value();
  }

  public String name() {
    return patient.name().spoken();
  }

  public String identifiers() {
    return patient.bornAndAge(today);
  }

  public String mrn() {
    return patient.mrn().shown();
  }

  public String day() {
    return Spoken.day(appointment.told().toLocalDate(), today);
  }

  /** {@code 10:00–10:20 am}. */
  public String time() {
    return Span.of(appointment.during(), appointment.zone());
  }

  public String schedule() {
    return "/schedule?date=" + appointment.told().toLocalDate();
  }

  /** {@code Checked in}, with how long the patient waits when that is too long. */
  public String state() {
    var label = mark.label();
    return Character.toUpperCase(label.charAt(0))
        + label.substring(1)
        + (mark.waiting() == null ? "" : " · " + mark.waiting());
  }

  public String tone() {
    return mark.waiting() == null ? "" : "bad";
  }

  public boolean booked() {
    return appointment.status() == AppointmentStatus.BOOKED;
  }

  public boolean over() {
    return !appointment.during().end().isAfter(now);
  }

  public boolean begun() {
    return !appointment.during().start().isAfter(now);
  }

  public boolean mayMove() {
    return booked() && !over();
  }

  public boolean mayConfirm() {
    return mayMove() && appointment.confirmation() == null;
  }

  public boolean mayMiss() {
    return booked() && begun();
  }

  public boolean mayReopen() {
    return appointment.status() == AppointmentStatus.NOSHOW;
  }

  public List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("When", day() + ", " + time()));
    facts.add(new Fact("Visit", visit));
    facts.add(new Fact("With", whom));
    facts.add(new Fact("Where", place));
    add(facts, "Reason", appointment.why().reason());
    add(facts, "Note", appointment.why().note());
    add(facts, "Referred by", appointment.why().referredBy());
    facts.add(new Fact("Asked", asked(appointment.why())));
    add(facts, "Booked late", late(appointment.exception()));
    var confirmation = appointment.confirmation();
    if (confirmation != null) {
      facts.add(
          new Fact(
              "Confirmed",
              "by the "
                  + confirmation.by()
                  + ", "
                  + confirmation.through()
                  + ", "
                  + Spoken.date(LocalDate.ofInstant(confirmation.at(), appointment.zone()))));
    }
    add(facts, "Cancelled", appointment.cancelReason());
    facts.add(new Fact("Last change", lastChange()));
    return facts;
  }

  private String lastChange() {
    var change = appointment.lastChange();
    var at = change.at().atZone(appointment.zone());
    return (change.name() == null ? "By the product" : change.name())
        + ", "
        + Spoken.day(at.toLocalDate(), today)
        + ", "
        + Spoken.time(at.toLocalTime());
  }

  private static String asked(Why why) {
    var who =
        switch (why.askedBy()) {
          case "proxy" -> "a relative or guardian";
          case "clinician" -> "the clinician";
          case "facility" -> "the facility";
          default -> "the patient";
        };
    var how =
        switch (why.askedThrough()) {
          case "desk" -> "at the desk";
          case "online" -> "online";
          case "referral" -> "by referral";
          case "walk-in" -> "walking in";
          case "check-out" -> "at check-out";
          default -> "by phone";
        };
    return who + ", " + how;
  }

  private static @Nullable String late(@Nullable String exception) {
    return switch (exception) {
      case null -> null;
      case "walk-in" -> "walked in";
      case "entered-after-downtime" -> "entered after downtime";
      default -> null;
    };
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(new Fact(name, value));
    }
  }
}
