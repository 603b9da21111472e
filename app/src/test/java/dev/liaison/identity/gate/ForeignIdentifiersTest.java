package dev.liaison.identity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.arrivals.Arrivals;
import dev.liaison.arrivals.Expectations;
import dev.liaison.arrivals.Visit;
import dev.liaison.arrivals.VisitOutcome.Done;
import dev.liaison.identity.Caller;
import dev.liaison.patients.PatientId;
import dev.liaison.platform.Ids;
import dev.liaison.testing.SpringTest;
import dev.liaison.testing.TestDesk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every field and parameter that takes an identifier, each with another organization's in it. What
 * stands in a path is walked by {@link RouteTest}.
 */
class ForeignIdentifiersTest extends SpringTest {
  @Autowired private Arrivals arrivals;

  private TestDesk desk;
  private Expectations ours;
  private Expectations theirs;
  private PatientId patient;
  private Visit visit;
  private Caller browser;

  /** One try; {@code fields} are null where it is a GET. */
  private record Try(UUID foreign, String path, @Nullable Map<String, String> fields) {}

  @BeforeEach
  void two_organizations() {
    desk = openDesk();
    ours = new Expectations(desk);
    theirs = new Expectations(openDesk());
    patient = desk.hasPatient("Nguyễn", "Thị Minh Anh");
    visit = ((Done) arrivals.arrive(desk.actor(), ours.today(patient))).visit();
    browser = new Caller(this::url);
    browser.logIn(desk.coordinator);
  }

  @Test
  void another_organizations_identifier_in_any_form_is_not_found_and_audited() {
    for (var one : tries()) {
      var fields = one.fields();
      var before = refused(one.foreign());

      var answer = fields == null ? browser.get(one.path()) : browser.post(one.path(), fields);

      assertThat(answer.statusCode()).as("%s", one).isEqualTo(404);
      assertThat(refused(one.foreign())).as("refusals of %s", one).isEqualTo(before + 1);
    }
    assertThat(desk.countOf("appointment")).isEqualTo(2);
    assertThat(arrivals.find(desk.actor(), visit.id()).orElseThrow().version())
        .isEqualTo(visit.version());
  }

  private List<Try> tries() {
    var room = theirs.desk.hasRoom("Room 4").value();
    var okafor = theirs.okafor.value();
    var type = theirs.followUp.value();
    var clinic = theirs.desk.clinic.value();
    var somebody = theirs.desk.hasPatient("Somebody", "Else").value();
    var start = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS).toString();
    var ofPatient = "/patients/" + patient.value();
    var ofVisit = "/visits/" + visit.id().value();
    var move = "/appointments/" + ours.at(patient, Instant.parse(start)).value() + "/move";
    var request = Ids.next().toString();

    var tries = new ArrayList<Try>();
    tries.add(new Try(clinic, "/place", Map.of("location", clinic.toString())));
    tries.add(new Try(okafor, "/today?practitioner=" + okafor, null));
    tries.add(new Try(okafor, "/openings?start=" + start + "&whom=" + okafor, null));
    tries.add(new Try(okafor, "/openings", Map.of("whom", okafor.toString())));
    tries.add(new Try(okafor, ofPatient + "/openings?start=" + start + "&whom=" + okafor, null));
    tries.add(
        new Try(
            somebody,
            "/appointments",
            Map.of(
                "patient",
                somebody.toString(),
                "request",
                request,
                "opening",
                opening(ours.followUp.value(), desk.clinic.value(), ours.okafor.value(), start)
                    + "~")));
    tries.add(
        new Try(okafor, move, Map.of("version", "0", "start", start, "whom", okafor.toString())));
    tries.add(
        new Try(
            okafor,
            move,
            Map.of("version", "0", "start", start, "whom", okafor.toString(), "undo", "true")));
    tries.add(new Try(room, ofVisit + "/room", Map.of("version", "1", "room", room.toString())));
    for (var field : Map.of("type", type, "practitioner", okafor).entrySet()) {
      var wish = Map.of(field.getKey(), field.getValue().toString());
      tries.add(new Try(field.getValue(), ofPatient + "/walk-in/openings", wish));
      tries.add(
          new Try(
              field.getValue(),
              ofPatient + "/walk-in",
              Map.of(
                  field.getKey(),
                  field.getValue().toString(),
                  "request",
                  request,
                  "opening",
                  opening(
                      ours.followUp.value(), desk.clinic.value(), ours.okafor.value(), start))));
    }
    for (var foreign : List.of(type, clinic, okafor)) {
      var opening =
          opening(
              foreign.equals(type) ? foreign : ours.followUp.value(),
              foreign.equals(clinic) ? foreign : desk.clinic.value(),
              foreign.equals(okafor) ? foreign : ours.okafor.value(),
              start);
      var form = Map.of("version", "1", "request", request, "opening", opening);
      tries.add(new Try(foreign, ofPatient + "/walk-in", form));
      tries.add(new Try(foreign, ofVisit + "/check-out", form));
      tries.add(new Try(foreign, move, Map.of("version", "0", "opening", opening + "~")));
      tries.add(
          new Try(
              foreign,
              "/appointments",
              Map.of(
                  "patient",
                  patient.value().toString(),
                  "request",
                  request,
                  "opening",
                  opening + "~")));
    }
    return tries;
  }

  private static String opening(UUID type, UUID location, UUID whom, String start) {
    return "%s~%s~%s~%s".formatted(type, location, whom, start);
  }

  private long refused(UUID foreign) {
    return desk.asks(sql ->
        sql.sql(
                """
                select count(*)
                from audit_event
                where organization_id = :organization
                    and action = 'refused'
                    and entity_id = :foreign
                """)
            .param("organization", desk.id())
            .param("foreign", foreign)
            .query(Long.class)
            .single());
  }
}
