package dev.liaison.arrivals.desk;

import dev.liaison.arrivals.StageChange;
import dev.liaison.patients.PatientDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a patient of the day, and all that can be done now.
 *
 * @param note why what was asked for did not happen; null when nothing was
 */
public record VisitPage(
    BoardLine line,
    PatientDetails patient,
    String practitioner,
    List<StageChange> changes,
    @Nullable String note) {

  public VisitPage {
    changes = List.copyOf(changes);
  }

  /** One step of the visit so far. */
  public record Step(String title, String when, String who, @Nullable String why) {}

  public String name() {
    return patient.summary().name().spoken();
  }

  /** {@code 10:00am · Follow-up 20 · Dr. Okafor}. */
  public String sub() {
    return line.hour() + line.half() + " · " + line.what() + practitioner;
  }

  public String title() {
    return line.state();
  }

  public String path() {
    return "/appointments/" + line.row().appointment().value();
  }

  /** Nothing was refused: the focus begins at what is done next. */
  public boolean fresh() {
    return note == null;
  }

  public Identity identity() {
    return Identity.of(patient.summary(), line.today());
  }

  /** The main act, its button the page's one. */
  public BoardActs.@Nullable Act first() {
    return line.acts().all().stream().findFirst().orElse(null);
  }

  public List<BoardActs.Act> others() {
    return line.acts().all().stream().skip(1).toList();
  }

  public List<Step> steps() {
    return changes.stream().map(this::step).toList();
  }

  private Step step(StageChange change) {
    return new Step(
        VisitWords.title(change.stage()),
        line.words().clock(change.at()),
        change.who() == null ? "Liaison" : change.who(),
        change.why());
  }

  /** Who is looked for: the face of the drawer's head. */
  public String initials() {
    return Initials.of(patient.summary().name());
  }
}
