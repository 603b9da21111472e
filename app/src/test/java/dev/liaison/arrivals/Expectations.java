package dev.liaison.arrivals;

import static java.time.ZoneOffset.UTC;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Appointments of a test's desk, written as rows: arrivals only need the promise, not its claims.
 */
public final class Expectations {
  public final TestDesk desk;
  public final ResourceId okafor;
  public final AppointmentTypeId followUp;
  public final ZoneId zone;

  public Expectations(TestDesk desk) {
    this.desk = desk;
    this.zone = morning();
    desk.asks(sql ->
        sql.sql("update location set zone = :zone where organization_id = :organization")
            .param("organization", desk.id())
            .param("zone", zone.getId())
            .update());
    this.okafor = desk.hasPhysician("Okafor");
    this.followUp = desk.hasType("Follow-up", "FU", 20);
  }

  /**
   * The clinic lies where it is ten in the morning now: a day that just begins, whenever tests run.
   */
  private static ZoneId morning() {
    var ahead = 10 - Instant.now().atZone(UTC).getHour();
    var hours = ahead < -12 ? ahead + 24 : ahead;
    return ZoneId.of("Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours));
  }

  /** Expected now. */
  public AppointmentId today(PatientId patient) {
    var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    return at(patient, now);
  }

  public AppointmentId at(PatientId patient, Instant start) {
    return with(patient, start, "booked");
  }

  public AppointmentId with(PatientId patient, Instant start, String status) {
    var id = Ids.next();
    desk.asks(sql ->
        sql.sql(
                """
                insert into appointment (organization_id, id, patient_id, appointment_type_id,
                    location_id, practitioner_id, during, told_local, told_zone, status, created_by)
                values (:organization, :id, :patient, :type, :location, :practitioner,
                    tstzrange(:start, :end), :told, :zone, :status, :by)
                """)
            .param("organization", desk.id())
            .param("id", id)
            .param("patient", patient.value())
            .param("type", followUp.value())
            .param("location", desk.clinic.value())
            .param("practitioner", okafor.value())
            .param("start", start.atOffset(UTC))
            .param("end", start.plus(Duration.ofMinutes(20)).atOffset(UTC))
            .param("told", LocalDateTime.ofInstant(start, zone))
            .param("zone", zone.getId())
            .param("status", status)
            .param("by", desk.actor().user().value())
            .update());
    return new AppointmentId(id);
  }

  public String statusOf(AppointmentId appointment) {
    return desk.asks(sql ->
        sql.sql("select status from appointment where organization_id = :organization and id = :id")
            .param("organization", desk.id())
            .param("id", appointment.value())
            .query(String.class)
            .single());
  }
}
