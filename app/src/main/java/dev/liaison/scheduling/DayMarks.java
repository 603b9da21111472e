package dev.liaison.scheduling;

import dev.liaison.platform.tenancy.Actor;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the visits of a day are, as the schedule shows it. A module above that knows implements
 * it as a bean; appointments that it does not answer for show how they were promised.
 */
public interface DayMarks {
  /** One statement for all of them; runs inside of the transaction that draws the page. */
  Map<AppointmentId, Mark> of(Actor actor, Collection<AppointmentId> appointments);

  /** What the desk does first when the patient of an appointment of today comes; null: nothing. */
  default @Nullable Next first(Actor actor, AppointmentId appointment) {
    return null;
  }

  /**
   * The icon in front of a name.
   *
   * @param icon of the sprite: {@code circle-check}
   * @param label what it says in words: {@code checked in}
   * @param over whether the visit is done, and its block is grey
   * @param waiting how long the patient has waited too long: {@code Waiting 31 min}; null: all is
   *     well
   * @param next what the desk does next with it; null: nothing
   */
  record Mark(
      String icon, String label, boolean over, @Nullable String waiting, @Nullable Next next) {}

  /**
   * A next step.
   *
   * @param key the letter that does it on the focused block: {@code I}
   * @param words the verb: {@code check in}
   * @param path where it is done
   * @param post whether it is done by a POST at once, else opened as a drawer
   */
  record Next(String key, String words, String path, boolean post) {}
}
