package dev.liaison.arrivals;

import dev.liaison.arrivals.ReplayedVisit.Reached;
import dev.liaison.facility.ResourceId;
import dev.liaison.scheduling.AppointmentId;
import dev.liaison.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day in full swing: somebody in every group of the board, some of them too long. */
public final class BusyDay {
  private static final List<Stage> ORDER =
      List.of(
          Stage.ARRIVED,
          Stage.CHECKED_IN,
          Stage.ROOMED,
          Stage.WITH_CLINICIAN,
          Stage.LEAVING,
          Stage.FINISHED);

  private final TestDesk desk;
  private final Expectations expected;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final List<ReplayedVisit> visits = new ArrayList<>();

  private BusyDay(TestDesk desk) {
    this.desk = desk;
    this.expected = new Expectations(desk);
  }

  public static void at(TestDesk desk, ArrivalsHistory history) {
    var day = new BusyDay(desk);
    day.expects();
    day.receives();
    history.replay(desk.actor(), day.visits);
  }

  private void expects() {
    told("Brandt", "Oskar", -24);
    told("Dupree", "Shanice", -9);
    told("Trần", "Quốc Bảo", 10);
    told("Yamamoto-O’Brien", "Keiko", 70);
    expected.with(desk.hasPatient("Rossi", "Chiara"), at(-120), "noshow");
  }

  private void receives() {
    var room = desk.hasRoom("Room 4");
    var other = desk.hasRoom("Room 7");
    desk.hasRoom("Room 9");
    visits.add(visit("Nguyễn", "Thị Minh Anh", -24, Stage.ARRIVED, 31));
    visits.add(visit("Castellanos-Villarreal", "María Fernanda", -14, Stage.ARRIVED, 18));
    visits.add(visit("Haddad", "Layla", -34, Stage.CHECKED_IN, 34));
    visits.add(visit("Krzyżanowska", "Małgorzata", -24, Stage.CHECKED_IN, 9));
    visits.add(in(visit("Sørensen", "Freja", -44, Stage.ROOMED, 26), room, null));
    visits.add(in(visit("Baptiste", "Jean-Claude", -44, Stage.WITH_CLINICIAN, 21), other, null));
    visits.add(in(visit("Flores", "Guadalupe", -84, Stage.LEAVING, 17), room, "+4w okafor"));
    visits.add(visit("Park", "Min-jun", -110, Stage.FINISHED, 40));
  }

  private AppointmentId told(String family, String given, int minutes) {
    return expected.at(desk.hasPatient(family, given), at(minutes));
  }

  private Instant at(int minutes) {
    return now.plus(Duration.ofMinutes(minutes));
  }

  /** Reached that stage so long ago, and the ones before it a minute apart. */
  private ReplayedVisit visit(String family, String given, int told, Stage stage, int minutesAgo) {
    var reached = new ArrayList<Reached>();
    var last = ORDER.indexOf(stage);
    for (var n = 0; n <= last; n++) {
      reached.add(new Reached(ORDER.get(n), at(-minutesAgo - (last - n)), desk.actor().user()));
    }
    return new ReplayedVisit(told(family, given, told), reached, null, null);
  }

  private static ReplayedVisit in(ReplayedVisit visit, ResourceId room, @Nullable String followUp) {
    return new ReplayedVisit(visit.appointment(), visit.stages(), room, followUp);
  }
}
