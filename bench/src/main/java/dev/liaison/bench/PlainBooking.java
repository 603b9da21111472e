package dev.liaison.bench;

import dev.liaison.platform.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The rows of one booking by plain JDBC: nothing is checked, nothing is looked up. */
final class PlainBooking {
  private final BenchDesk desk;
  private final DataSource pool;
  private final long events;

  PlainBooking(BenchDesk desk, DataSource pool, long events) {
    this.desk = desk;
    this.pool = pool;
    this.events = events;
  }

  Void write(BookingBenchmark.Slot slot) throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        write(connection, slot);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    return null;
  }

  private void write(Connection connection, BookingBenchmark.Slot slot) throws SQLException {
    var organization = desk.organization.value();
    var appointment = Ids.next();
    var audit = Ids.next();
    var patient = desk.patients.get(slot.number() % desk.patients.size()).value();
    var physician = desk.physicians.get(slot.physician()).value();
    var starts = slot.during().start().atOffset(ZoneOffset.UTC);
    var ends = slot.during().end().atOffset(ZoneOffset.UTC);

    run(connection, "select act_as(?)", organization);
    run(
        connection,
        """
        insert into appointment (organization_id, id, patient_id, appointment_type_id, location_id,
            practitioner_id, during, told_local, told_zone, status, request_id, created_by)
        values (?, ?, ?, ?, ?, ?, tstzrange(?, ?), ?, 'America/Chicago', 'booked', ?, ?)
        """,
        organization,
        appointment,
        patient,
        desk.type.value(),
        desk.clinic.value(),
        physician,
        starts,
        ends,
        Timestamp.valueOf(slot.during().start().atZone(BenchDesk.ZONE).toLocalDateTime()),
        Ids.next(),
        desk.login);
    run(
        connection,
        """
        insert into patient_time (organization_id, patient_id, during, appointment_id)
        values (?, ?, tstzrange(?, ?), ?)
        """,
        organization,
        patient,
        starts,
        ends,
        appointment);
    run(
        connection,
        """
        insert into booking (organization_id, resource_id, during, appointment_id)
        values (?, ?, tstzrange(?, ?), ?)
        """,
        organization,
        physician,
        starts,
        ends,
        appointment);
    run(
        connection,
        """
        insert into audit_event (organization_id, id, login_id, role, action, entity, entity_id)
        values (?, ?, ?, 'coordinator', 'create', 'appointment', ?)
        """,
        organization,
        audit,
        desk.login,
        appointment);
    run(
        connection,
        """
        insert into audit_event_patient (organization_id, patient_id, audit_event_id)
        values (?, ?, ?)
        """,
        organization,
        patient,
        audit);
    for (var n = 0; n < events; n++) {
      run(
          connection,
          """
          insert into event_publication (organization_id, id, listener_id, event_type,
              serialized_event, publication_date, completion_date, status, completion_attempts)
          values (?, ?, 'bench', 'bench', ?, now(), now(), 'COMPLETED', 1)
          """,
          organization,
          Ids.next(),
          "{\"appointment\":\"" + appointment + "\"}");
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (var n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      statement.execute();
    }
  }
}
