package dev.liaison.web.live;

import java.util.List;

/**
 * A part of a page that shows changes by itself. The page marks it {@code data-live="name"} or
 * {@code data-live="name/key"} ({@code day/2026-11-24}); rows in it have an id and {@code
 * data-order} and stand directly in an element with {@code data-lane} and an id; texts that change
 * have an id and {@code data-text}. A bean of this type is found by itself.
 */
public interface LivePart {
  /** As the page writes it into {@code data-live}, before the slash. */
  String name();

  /**
   * What the change makes of this part, read from the present state: nothing when it does not
   * concern the part. Called once for each audience and key that somebody watches, never twice at
   * once for the same organization; may be called twice for the same change.
   *
   * @param key what stands after the slash; empty when there is none. It comes from a browser.
   */
  List<LiveFragment> draw(Audience audience, String key, Change change);
}
