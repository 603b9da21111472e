package dev.liaison.scheduling.desk;

import dev.liaison.patients.PatientSummary;
import dev.liaison.platform.time.Spoken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Find an opening for one patient.
 *
 * @param request of this form, so that a second click books nothing more
 * @param words as typed
 * @param chips what was understood
 * @param says why there is no list, or that it is wider than was asked; null when all is plain
 * @param visits the codes one can type, while none is typed
 * @param openings the list
 * @param sure whether the first of them is what was asked: Enter books it
 * @param lost what was refused; null when nothing was
 */
public record OpeningsPage(
    PatientSummary patient,
    LocalDate today,
    UUID request,
    String words,
    WhyForm why,
    List<String> chips,
    @Nullable String says,
    List<Visit> visits,
    List<OpeningRow> openings,
    boolean sure,
    @Nullable Lost lost) {

  /** A visit that can be asked for: {@code FU}, {@code Follow-up 20 min}. */
  public record Visit(String code, String name) {}

  /**
   * Why a booking was refused.
   *
   * @param what in bold: {@code 11:20 am today with Dr. Lindqvist was just booked}
   * @param rest the rest of the sentence, and that nothing was changed
   */
  public record Lost(String what, String rest, List<OpeningRow> alternatives) {
    public Lost {
      alternatives = List.copyOf(alternatives);
    }

    /** Without the list that would follow. */
    String toast() {
      var nothing = "Nothing was changed";
      var whole = what + " " + rest;
      var at = whole.indexOf(nothing);
      return (at < 0 ? whole : whole.substring(0, at)).strip() + " " + nothing + ".";
    }
  }

  /** The openings of a day under one head. */
  public record Day(String name, String away, List<OpeningRow> openings) {}

  public OpeningsPage {
    chips = List.copyOf(chips);
    visits = List.copyOf(visits);
    openings = List.copyOf(openings);
  }

  public String address() {
    return "/patients/" + patient.id().value() + "/openings";
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

  public List<Day> days() {
    var days = new LinkedHashMap<LocalDate, List<OpeningRow>>();
    openings.forEach(row -> days.computeIfAbsent(row.day(), d -> new ArrayList<>()).add(row));
    var all = new ArrayList<Day>();
    days.forEach((day, rows) ->
        all.add(
            new Day(Spoken.day(day, today), Spoken.away(day, today) + " · " + rows.size(), rows)));
    return all;
  }

  /**
   * What the main button books: the first alternative, else the first opening. Of several things
   * that took place none comes first: that is asked.
   */
  public @Nullable OpeningRow first() {
    if (lost != null && !lost.alternatives().isEmpty()) {
      return lost.alternatives().getFirst();
    }
    var asks = openings.size() > 1 && openings.getFirst().past();
    return !sure || openings.isEmpty() || asks ? null : openings.getFirst();
  }
}
