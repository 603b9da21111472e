package dev.liaison.web.live;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page as it is now.
 *
 * @param id of the element
 * @param html the element whole, with that id; empty when it is gone
 * @param lane the id of the element that holds the row; null for a text that changes in place
 * @param order the row's {@code data-order}: rows of a lane stand in its alphabetical order
 * @param patients whom the fragment names
 */
public record LiveFragment(
    String id, String html, @Nullable String lane, @Nullable String order, Set<UUID> patients) {

  public LiveFragment {
    patients = Set.copyOf(patients);
  }

  /** A text that changes where it stands, always at once: a count, a chip. Names nobody. */
  public static LiveFragment text(String id, String html) {
    return new LiveFragment(id, html, null, null, Set.of());
  }

  /** A row that is, from now on, in that lane at its place by order. */
  public static LiveFragment row(
      String id, String lane, String order, String html, Collection<UUID> patients) {
    return new LiveFragment(id, html, lane, order, Set.copyOf(patients));
  }

  /** A row that is in no lane any more. */
  public static LiveFragment gone(String id) {
    return new LiveFragment(id, "", null, null, Set.of());
  }

  /** Never the text: it names patients. */
  @Override
  public String toString() {
    return "LiveFragment[" + id + "]";
  }
}
