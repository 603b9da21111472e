package dev.liaison.patients.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search as a page.
 *
 * @param list what was found; null while nothing was asked
 * @param open registrations that this person has begun and not saved
 */
public record SearchPage(
    String words,
    @Nullable FinderList list,
    List<OpenRegistrations.Open> open,
    boolean mayRegister) {
  public SearchPage {
    open = List.copyOf(open);
  }
}
