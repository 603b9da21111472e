package dev.liaison.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.arrivals.ArrivalsHistory.Imported;
import dev.liaison.arrivals.ReplayedVisit.Reached;
import dev.liaison.patients.PatientId;
import dev.liaison.testing.SpringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArrivalsHistoryTest extends SpringTest {
  @Autowired private ArrivalsHistory history;
  @Autowired private Arrivals arrivals;

  @Test
  void an_import_repeated_changes_nothing_and_a_newer_version_counts_as_imported() {
    var desk = openDesk();
    var patient = desk.hasPatient("Flores", "Guadalupe");
    var first = List.of(visit(patient, "a", 1), visit(patient, "b", 1));
    var second = List.of(visit(patient, "a", 1), visit(patient, "b", 2));

    var atFirst = history.importVisits(desk.actor(), "synthea", first);
    var again = history.importVisits(desk.actor(), "synthea", first);
    var newer = history.importVisits(desk.actor(), "synthea", second);

    assertThat(atFirst).isEqualTo(new Imported(2, 0));
    assertThat(again).isEqualTo(new Imported(0, 2));
    assertThat(newer).isEqualTo(new Imported(1, 1));
    assertThat(arrivals.listFor(desk.actor(), patient, 10))
        .hasSize(2)
        .allSatisfy(visit -> assertThat(visit.stage()).isEqualTo(Stage.FINISHED));
  }

  @Test
  void a_replayed_day_stands_in_its_stages_with_its_own_times() {
    var desk = openDesk();
    var expected = new Expectations(desk);
    var at = Instant.parse("2026-03-02T15:00:00Z");
    var gone = expected.at(desk.hasPatient("Park", "Min-jun"), at);
    var here = expected.at(desk.hasPatient("Li", "Bo"), at);
    var by = desk.actor().user();

    history.replay(
        desk.actor(),
        List.of(
            new ReplayedVisit(
                gone,
                List.of(
                    new Reached(Stage.ARRIVED, at, by),
                    new Reached(Stage.FINISHED, at.plus(Duration.ofMinutes(30)), by)),
                null,
                null),
            new ReplayedVisit(
                here,
                List.of(
                    new Reached(Stage.ARRIVED, at, by),
                    new Reached(Stage.CHECKED_IN, at.plusSeconds(60), by)),
                null,
                null)));

    assertThat(expected.statusOf(gone)).isEqualTo("fulfilled");
    assertThat(arrivals.findFor(desk.actor(), here))
        .hasValueSatisfying(visit -> {
          assertThat(visit.stage()).isEqualTo(Stage.CHECKED_IN);
          assertThat(visit.stageSince()).isEqualTo(at.plusSeconds(60));
          assertThat(visit.version()).isEqualTo(2);
          assertThat(arrivals.changesOf(desk.actor(), visit.id())).hasSize(2);
        });
  }

  private static PastVisit visit(PatientId patient, String id, int version) {
    var start = Instant.parse("2020-05-04T14:00:00Z");
    return new PastVisit(
        id,
        new byte[] {(byte) version},
        patient,
        null,
        null,
        "AMB",
        "General examination",
        start,
        start.plus(Duration.ofMinutes(20)));
  }
}
