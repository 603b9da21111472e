package dev.liaison.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.facility.AppointmentTypeId;
import dev.liaison.identity.Caller;
import dev.liaison.patients.PatientId;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointmentsPanelTest extends SpringTest {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

  private final LocalDate today = LocalDate.now(TestDesk.ZONE);
  private TestDesk desk;
  private AppointmentTypeId dialysis;
  private PatientId luz;

  @BeforeEach
  void open() {
    desk = openDesk();
    dialysis = desk.hasType("Dialysis", "DIA", 240);
    luz = desk.hasPatient("García", "Luz");
  }

  /** One each day at nine. */
  private void visits(LocalDate from, int days, String status) {
    var first = from.atTime(LocalTime.of(9, 0)).atZone(TestDesk.ZONE);
    desk.asks(sql ->
        sql.sql(
                """
                insert into appointment (organization_id, id, patient_id, appointment_type_id, location_id,
                    during, told_local, told_zone, status, created_by)
                select :organization, uuidv7(), :patient, :type, :clinic,
                    tstzrange(:first + n * interval '1 day', :first + n * interval '1 day' + interval '4 h'),
                    cast(:told as timestamp) + n * interval '1 day', :zone, :status, :by
                from generate_series(0, :days - 1) as each (n)
                returning id
                """)
            .param("organization", desk.id())
            .param("patient", luz.value())
            .param("type", dialysis.value())
            .param("clinic", desk.clinic.value())
            .param("first", first.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC))
            .param("told", first.toLocalDateTime())
            .param("zone", TestDesk.ZONE.getId())
            .param("status", status)
            .param("by", desk.actor().user().value())
            .param("days", days)
            .query(UUID.class)
            .list());
  }

  private String page() {
    var browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
    return browser.get("/patients/" + luz.value()).body();
  }

  @Test
  void of_more_visits_to_come_than_a_page_reads_of_the_past_all_stand_there_the_next_one_marked() {
    visits(today.plusDays(2), 78, "booked");
    visits(today.minusDays(90), 3, "fulfilled");

    var rows = page().split("<li(?: class=\"|>)");

    assertThat(rows).filteredOn(row -> row.contains("Dialysis 240 min")).hasSize(81);
    assertThat(rows)
        .filteredOn(row -> row.startsWith("next"))
        .singleElement()
        .asString()
        .contains(DAY.format(today.plusDays(2)));
  }
}
