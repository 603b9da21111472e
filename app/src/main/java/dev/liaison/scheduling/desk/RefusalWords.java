package dev.liaison.scheduling.desk;

import dev.liaison.identity.SignedIn;
import dev.liaison.patients.PatientSummary;
import dev.liaison.platform.NotHere;
import dev.liaison.platform.time.Interval;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Appointment;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.scheduling.BookingOutcome;
import dev.liaison.scheduling.BookingOutcome.Booked;
import dev.liaison.scheduling.BookingOutcome.Changed;
import dev.liaison.scheduling.BookingOutcome.InThePast;
import dev.liaison.scheduling.BookingOutcome.OutsideTemplate;
import dev.liaison.scheduling.BookingOutcome.PatientConflict;
import dev.liaison.scheduling.BookingOutcome.Refused;
import dev.liaison.scheduling.BookingOutcome.SlotTaken;
import dev.liaison.scheduling.BookingOutcome.Taker;
import dev.liaison.scheduling.BookingOutcome.Unknown;
import dev.liaison.scheduling.Opening;
import dev.liaison.scheduling.Scheduling;
import dev.liaison.scheduling.desk.OpeningsPage.Lost;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a refusal as the desk guide wants it: what happened, that nothing was changed, what now. */
@Component
class RefusalWords {
  private static final Duration JUST = Duration.ofMinutes(10);

  private final Scheduling scheduling;
  private final Clock clock;

  RefusalWords(Scheduling scheduling, Clock clock) {
    this.scheduling = scheduling;
    this.clock = clock;
  }

  /**
   * Null only when it was no refusal. Times are those of the place that was asked for, as its row
   * told them.
   *
   * @param desk the zone of the desk, beside which another one is named
   */
  @Nullable Lost lost(
      SignedIn person,
      BookingOutcome outcome,
      Choice choice,
      PatientSummary patient,
      Names names,
      ZoneId desk) {
    var place = names.zone(choice.location()).orElse(desk);
    var when = when(choice, place, desk);
    var who = patient.name().spoken();
    var nothing = " Nothing was changed for " + who + ".";
    return switch (outcome) {
      case Booked _ -> null;
      case SlotTaken(var taker, var alternatives) ->
          taken(
              taker,
              choice,
              names,
              when,
              nothing,
              nearest(alternatives),
              rows(alternatives, choice, names, place, desk));
      case PatientConflict(var other, var during, var alternatives) ->
          new Lost(
              who + " is expected elsewhere then:",
              elsewhere(person, other, during, names, place) + nothing + nearest(alternatives),
              rows(alternatives, choice, names, place, desk));
      case OutsideTemplate(var alternatives) ->
          new Lost(
              "Nobody takes that visit at " + when + with(choice, names) + ".",
              nothing.strip() + nearest(alternatives),
              rows(alternatives, choice, names, place, desk));
      case InThePast(var alternatives) ->
          new Lost(
              capital(when) + " is past.",
              nothing.strip() + nearest(alternatives),
              rows(alternatives, choice, names, place, desk));
      case Changed(var now) -> new Lost(changed(now, now.zone()), nothing.strip(), List.of());
      case Refused(var why) -> new Lost(why, nothing.strip(), List.of());
      case Unknown() ->
          throw choice
              .foreign(names)
              .orElseGet(() -> new NotHere("appointment-type", choice.type().value()));
    };
  }

  private Lost taken(
      @Nullable Taker taker,
      Choice choice,
      Names names,
      String when,
      String nothing,
      String nearest,
      List<OpeningRow> rows) {
    var what = when + with(choice, names);
    if (taker == null) {
      return new Lost(what + " was taken for a moment.", nothing.strip() + nearest, rows);
    }
    var just = taker.at().isAfter(clock.instant().minus(JUST));
    var verb =
        taker.resource().equals(choice.whom())
            ? (just ? " was just booked" : " is booked")
            : ": "
                + names.resource(taker.resource()).name()
                + (just ? " was just booked" : " is booked");
    var by = taker.name() == null ? "" : "by " + taker.name() + ", ";
    return new Lost(capital(what) + verb, by + "for another patient." + nothing + nearest, rows);
  }

  /** {@code Sam Ortiz changed this visit 20 seconds ago: it is 10:40 am, Tue, Nov 24 now.} */
  String changed(Appointment now, ZoneId zone) {
    var change = now.lastChange();
    var start = now.during().start().atZone(zone);
    var name = change.name() == null ? "Somebody" : change.name();
    var is =
        switch (now.status()) {
          case BOOKED ->
              "it is "
                  + Spoken.time(start.toLocalTime())
                  + ", "
                  + Spoken.day(start.toLocalDate(), LocalDate.ofInstant(clock.instant(), zone));
          case CANCELLED -> "it is cancelled";
          case NOSHOW -> "it is a no-show";
          case FULFILLED -> "it is done";
          case ENTERED_IN_ERROR -> "it was entered in error";
          case PROPOSED, HELD -> "it is not booked";
        };
    return name
        + " changed this visit "
        + Spoken.ago(Duration.between(change.at(), clock.instant()))
        + ": "
        + is
        + " now.";
  }

  private String elsewhere(
      SignedIn person, AppointmentId other, Interval during, Names names, ZoneId zone) {
    var at = Spoken.time(during.start().atZone(zone).toLocalTime());
    return scheduling
        .find(person.actor(), other)
        .map(there ->
            Spoken.time(there.told().toLocalTime())
                + ", "
                + names.type(there.type()).name()
                + (there.practitioner() == null
                    ? ""
                    : " with " + names.resource(there.practitioner()).name())
                + ".")
        .orElse(at + ".");
  }

  /** {@code 9:00 am HST today}. */
  private String when(Choice choice, ZoneId place, ZoneId desk) {
    var start = choice.start().atZone(place);
    var today = LocalDate.ofInstant(clock.instant(), place);
    var zone = OpeningRow.zone(place, desk, choice.start());
    var day =
        start.toLocalDate().equals(today)
            ? "today"
            : "on " + Spoken.day(start.toLocalDate(), today);
    return Spoken.time(start.toLocalTime()) + (zone.isEmpty() ? " " : " " + zone + " ") + day;
  }

  private static String with(Choice choice, Names names) {
    return choice.whom() == null ? "" : " with " + names.resource(choice.whom()).name();
  }

  private static String nearest(List<Opening> alternatives) {
    return alternatives.isEmpty() ? " Nothing else is free near to it." : " The nearest to it:";
  }

  private List<OpeningRow> rows(
      List<Opening> alternatives, Choice choice, Names names, ZoneId place, ZoneId desk) {
    var rows = new ArrayList<OpeningRow>();
    var today = LocalDate.ofInstant(clock.instant(), place);
    for (var opening : alternatives) {
      var row = OpeningRow.of(opening, rows.size() + 1, names, desk, today, false);
      var day = row.day().equals(today) ? "today" : Spoken.day(row.day(), today);
      rows.add(row.with(", " + day).because(distance(opening, choice, place)));
    }
    return rows;
  }

  /** {@code 20 min later}, {@code same time, next day}. */
  private static String distance(Opening opening, Choice choice, ZoneId zone) {
    var wished = choice.start().atZone(zone);
    var start = opening.during().start().atZone(zone);
    var minutes = Duration.between(wished.toLocalTime(), start.toLocalTime()).toMinutes();
    var days = ChronoUnit.DAYS.between(wished.toLocalDate(), start.toLocalDate());
    var time =
        minutes == 0
            ? "same time"
            : length(Math.abs(minutes)) + (minutes > 0 ? " later" : " earlier");
    if (days == 0) {
      return time;
    }
    var day = days == 1 ? "next day" : days > 0 ? days + " days on" : -days + " days before";
    return minutes == 0 ? time + ", " + day : day + ", " + time;
  }

  private static String length(long minutes) {
    return minutes < 60
        ? minutes + " min"
        : minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
