package dev.liaison.x12.guide;

/**
 * Refuses a table in which a segment could go to two places or a loop could never open: the checker
 * takes the first place that fits and never looks back.
 */
final class TableCheck {
  private TableCheck() {}

  static void check(Guide guide) {
    for (var loop : guide.loops()) {
      for (int i = 1; i < loop.entries.length; i++) {
        for (int j = 0; j < i; j++) {
          apart(guide, loop, loop.entries[j], loop.entries[i], j == 0);
        }
      }
    }
  }

  private static void apart(
      Guide guide, Loop loop, Loop.Entry earlier, Loop.Entry later, boolean opens) {
    // What opens a loop is never looked for inside it, so it cannot be taken for a later entry.
    if (!opens && earlier.use().overlaps(later.use())) {
      throw new GuideException(
          "%s, loop %s: nothing tells two uses of %s apart"
              .formatted(guide.version(), loop.id, later.use().name()));
    }
    if (earlier.loop() != null && later.loop() != null) {
      swallows(guide, earlier.loop(), later);
    }
  }

  /** An earlier loop that has the same segment inside takes it before the later loop can open. */
  private static void swallows(Guide guide, Loop earlier, Loop.Entry later) {
    for (int i = 1; i < earlier.entries.length; i++) {
      var entry = earlier.entries[i];
      if (entry.use().overlaps(later.use())) {
        throw new GuideException(
            "%s: loop %s cannot open behind loop %s"
                .formatted(
                    guide.version(), later.loop() == null ? "" : later.loop().id, earlier.id));
      }
      if (entry.loop() != null) {
        swallows(guide, entry.loop(), later);
      }
    }
  }
}
