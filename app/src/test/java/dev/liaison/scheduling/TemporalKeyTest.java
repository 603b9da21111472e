package dev.liaison.scheduling;

import static dev.liaison.scheduling.CalendarPropertyTest.OVERLAPS;
import static dev.liaison.scheduling.TestCalendar.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.ResourceId;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.time.Interval;
import dev.liaison.scheduling.Opening.Claim;
import dev.liaison.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * That the keys are the referee: in a database where they are plain keys of the same name, the
 * product's own claims overlap, and the property of {@link CalendarPropertyTest} does not hold.
 */
class TemporalKeyTest {
  private static final Interval TEN = Interval.of(at("2027-03-01T10:00"), Duration.ofMinutes(20));
  private static final Interval TEN_PAST =
      Interval.of(at("2027-03-01T10:10"), Duration.ofMinutes(20));

  private final TestDatabase.Copy copy = TestDatabase.get().copy();
  private final TestCalendar calendar = new TestCalendar(copy.dataSource());
  private final Claims claims = new Claims(TestDatabase.jdbc(copy.dataSource()));
  private ResourceId okafor;
  private PatientId luz;
  private AppointmentId first;
  private AppointmentId second;

  @BeforeEach
  void bookTwo() {
    var followUp = calendar.desk.hasType("Follow-up", "FU", 20);
    okafor = calendar.desk.hasPhysician("Okafor");
    luz = calendar.desk.hasPatient("García", "Luz");
    first = calendar.booked(luz, followUp, okafor, "2027-03-01T08:00");
    second = calendar.booked(luz, followUp, okafor, "2027-03-01T09:00");
  }

  @AfterEach
  void drop() {
    copy.close();
  }

  @Test
  void with_the_keys_of_two_claims_that_overlap_one_is_refused() {
    assertThat(claim(first, TEN)).isTrue();
    assertThat(claimPatient(first, TEN)).isTrue();

    assertThat(claim(second, TEN_PAST)).isFalse();
    assertThat(claimPatient(second, TEN_PAST)).isFalse();
    assertThat(overlaps()).isZero();
  }

  @Test
  void without_the_key_of_resources_both_succeed() throws SQLException {
    isPlain("booking", "booking_resource_free", "resource_id");
    claim(first, TEN);

    assertThat(claim(second, TEN_PAST)).isTrue();
    assertThat(overlaps()).isEqualTo(1);
  }

  @Test
  void without_the_key_of_patients_both_succeed() throws SQLException {
    isPlain("patient_time", "patient_time_free", "patient_id");
    claimPatient(first, TEN);

    assertThat(claimPatient(second, TEN_PAST)).isTrue();
    assertThat(overlaps()).isEqualTo(1);
  }

  private boolean claim(AppointmentId appointment, Interval during) {
    var wanted = List.of(new Claim(okafor, during));
    return calendar.desk.asks(
        sql -> claims.claim(calendar.desk.organization, appointment, wanted, List.of()));
  }

  private boolean claimPatient(AppointmentId appointment, Interval during) {
    return calendar.desk.asks(
        sql -> claims.claimPatient(calendar.desk.organization, appointment, luz, during));
  }

  private long overlaps() {
    return calendar.desk.asks(sql -> sql.sql(OVERLAPS).query(Long.class).single());
  }

  private void isPlain(String table, String key, String column) throws SQLException {
    try (var connection = copy.superuser().connect();
        var statement = connection.createStatement()) {
      statement.execute("alter table %s drop constraint %s".formatted(table, key));
      statement.execute(
          "alter table %s add constraint %s primary key (organization_id, %s, lane, during)"
              .formatted(table, key, column));
    }
  }
}
