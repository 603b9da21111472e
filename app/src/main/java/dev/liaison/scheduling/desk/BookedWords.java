package dev.liaison.scheduling.desk;

import dev.liaison.facility.Facility;
import dev.liaison.identity.SignedIn;
import dev.liaison.patients.Patients;
import dev.liaison.platform.time.Spoken;
import dev.liaison.scheduling.Appointment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Says what was done to an appointment: past tense, who and when. */
@Component
class BookedWords {
  private final Facility facility;
  private final Patients patients;
  private final Clock clock;

  BookedWords(Facility facility, Patients patients, Clock clock) {
    this.facility = facility;
    this.patients = patients;
    this.clock = clock;
  }

  String booked(SignedIn person, Appointment appointment) {
    return who(person, appointment) + " booked: " + whenAndWhom(person, appointment) + ".";
  }

  String moved(SignedIn person, Appointment appointment) {
    return who(person, appointment) + " moved to " + whenAndWhom(person, appointment) + ".";
  }

  String cancelled(SignedIn person, Appointment appointment) {
    return who(person, appointment) + ", " + whenAndWhom(person, appointment) + ": cancelled.";
  }

  String missed(SignedIn person, Appointment appointment) {
    return who(person, appointment) + " did not come at " + time(appointment) + ".";
  }

  String confirmed(SignedIn person, Appointment appointment) {
    return who(person, appointment) + " will come " + whenAndWhom(person, appointment) + ".";
  }

  /** {@code Wed, Nov 25, 11:30 am, Dr. Okafor}: where an appointment would be moved to. */
  String at(SignedIn person, Appointment appointment, Instant start) {
    var wall = start.atZone(appointment.zone()).toLocalDateTime();
    var today = LocalDate.ofInstant(clock.instant(), appointment.zone());
    var practitioner = appointment.practitioner();
    return Spoken.day(wall.toLocalDate(), today)
        + ", "
        + Spoken.time(wall.toLocalTime())
        + (practitioner == null
            ? ""
            : ", " + Names.of(facility, person.actor()).resource(practitioner).name());
  }

  /** {@code Luz García}. */
  String who(SignedIn person, Appointment appointment) {
    return patients
        .find(person.actor(), appointment.patient())
        .map(patient -> patient.name().spoken())
        .orElse("The patient");
  }

  private String whenAndWhom(SignedIn person, Appointment appointment) {
    var today = LocalDate.ofInstant(clock.instant(), appointment.zone());
    var practitioner = appointment.practitioner();
    var with =
        practitioner == null
            ? ""
            : " with " + Names.of(facility, person.actor()).resource(practitioner).name();
    return Spoken.day(appointment.told().toLocalDate(), today) + ", " + time(appointment) + with;
  }

  private static String time(Appointment appointment) {
    return Spoken.time(appointment.told().toLocalTime());
  }
}
