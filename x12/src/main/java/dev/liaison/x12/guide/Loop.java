package dev.liaison.x12.guide;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loop of a guide; the outermost one is the set. Its first entry is what opens it. */
final class Loop {
  /** A segment or a loop in its place. */
  record Entry(Use use, @Nullable Loop loop) {
    boolean required() {
      return loop == null ? use.required() : loop.required;
    }

    int most() {
      return loop == null ? use.most() : loop.most;
    }
  }

  final String id;
  final String words;
  final boolean required;
  final int most;
  final @Nullable Loop parent;
  final int number;
  final int depth;
  final List<Entry> building = new ArrayList<>();
  Entry[] entries = new Entry[0];
  int[] ids = new int[0];

  /** Entries next to each other with the same segment may come in any order: they share a rank. */
  int[] ranks = new int[0];

  Loop(String id, String words, boolean required, int most, @Nullable Loop parent, int number) {
    this.id = id;
    this.words = words;
    this.required = required;
    this.most = most;
    this.parent = parent;
    this.number = number;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  /** Fixes the entries once all are known. */
  void seal() {
    if (building.isEmpty() || building.getFirst().loop() != null) {
      throw new GuideException("Loop " + id + " does not begin with a segment");
    }
    entries = building.toArray(Entry[]::new);
    ids = new int[entries.length];
    ranks = new int[entries.length];
    int rank = 0;
    for (int i = 0; i < entries.length; i++) {
      ids[i] = entries[i].use().id();
      if (i > 0 && ids[i] != ids[i - 1]) {
        rank++;
      }
      ranks[i] = rank;
    }
  }
}
