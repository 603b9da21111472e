package dev.liaison.patients;

import dev.liaison.identity.SignedIn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list on a patient's page that another module fills: appointments, past visits. A bean of this
 * type is found by itself; panels stand in the order of {@code @Order}. It is asked inside of the
 * page's transaction, which audits the page as a whole.
 */
public interface PatientPanel {
  Panel panel(SignedIn person, PatientId patient);

  /**
   * What stands there.
   *
   * @param empty what to say when there are no rows: {@code No appointment is booked.}
   * @param hidden rows that are not shown, counted; 0 when all are
   */
  record Panel(String title, List<Row> rows, String empty, int hidden) {
    public Panel {
      rows = List.copyOf(rows);
    }

    /** By which the page finds it again when something was done there: {@code panel-visits}. */
    public String id() {
      return "panel-" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
  }

  /**
   * One line of it.
   *
   * @param when as shown, with its zone where the page is about several: {@code Today 10:00am}
   * @param icon of the sprite
   * @param iconWord what the icon says, for those who do not see it: {@code Booked}
   * @param what {@code Follow-up 20 min with Dr. Okafor}
   * @param detail a quieter second line; null when there is none
   * @param href where the row leads; null when nowhere
   * @param next the coming one, which the list marks
   * @param act its next step as a button; null when there is none
   */
  record Row(
      String when,
      String icon,
      String iconWord,
      String what,
      @Nullable String detail,
      @Nullable String href,
      boolean next,
      @Nullable Act act) {}

  /**
   * A button that leads to the page where something is done.
   *
   * @param key the letter that does the same on the patient's page; null when there is none
   */
  record Act(String words, String path, @Nullable String key) {}
}
