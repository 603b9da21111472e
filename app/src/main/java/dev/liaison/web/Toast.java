package dev.liaison.web;

import dev.liaison.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about what was just done, and the address that undoes it.
 *
 * @param icon of the sprite
 * @param text past tense, names who and what: "Bo Li checked in at 10:07."
 * @param undo takes a POST without fields; null when there is no way back
 */
public record Toast(
    UUID id, String icon, String text, @Nullable String undo, @Nullable Instant saidAt) {

  /** Done, and it can be undone by a POST to that address. */
  public static Toast undoable(String text, String undo) {
    return new Toast(Ids.next(), "check", text, undo, null);
  }

  /** Done, without a way back. */
  public static Toast done(String text) {
    return new Toast(Ids.next(), "check", text, null, null);
  }

  /** Not done, and why. */
  public static Toast refused(String text) {
    return new Toast(Ids.next(), "circle-alert", text, null, null);
  }

  /** Never the text: it names a patient. */
  @Override
  public String toString() {
    return "Toast[" + id + "]";
  }
}
