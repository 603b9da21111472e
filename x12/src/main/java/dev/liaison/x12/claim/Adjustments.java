package dev.liaison.x12.claim;

import dev.liaison.x12.X12Writer;
import dev.liaison.x12.remittance.Adjustment;
import dev.liaison.x12.types.Writing;
import java.io.IOException;
import java.util.List;

/** Writes CAS: the reasons of one group in one segment, up to six. */
final class Adjustments {
  private Adjustments() {}

  static void write(X12Writer writer, List<Adjustment> adjustments) throws IOException {
    int i = 0;
    while (i < adjustments.size()) {
      var group = adjustments.get(i).group();
      writer.start("CAS").element(group.value());
      for (int n = 0;
          n < 6 && i < adjustments.size() && adjustments.get(i).group().equals(group);
          n++) {
        var adjustment = adjustments.get(i++);
        writer.element(adjustment.reason().value()).element(adjustment.amount().x12());
        writer.element(Writing.number(adjustment.quantity()));
      }
      writer.end();
    }
  }
}
