package dev.liaison.x12.ack;

import dev.liaison.x12.Segment;
import dev.liaison.x12.X12Writer;
import java.io.IOException;

/**
 * TA1: what became of an interchange as a whole.
 *
 * @param number ISA13 of the interchange answered (TA101)
 * @param date its ISA09, {@code yyMMdd} (TA102)
 * @param time its ISA10 (TA103)
 * @param outcome A accepted, E accepted with errors, R rejected (TA104)
 * @param note three digits, 000 when there is nothing to note (TA105)
 */
public record InterchangeAcknowledgment(
    String number, String date, String time, String outcome, String note) {

  /** Whether the partner took the interchange; {@code E} is accepted. */
  public boolean accepted() {
    return outcome.equals("A") || outcome.equals("E");
  }

  public static InterchangeAcknowledgment of(Segment ta1) {
    return new InterchangeAcknowledgment(
        ta1.text(1), ta1.text(2), ta1.text(3), ta1.text(4), ta1.text(5));
  }

  /** Writes the TA1 between ISA and IEA, before any group. */
  public void write(X12Writer writer) throws IOException {
    writer.segment("TA1", number, date, time, outcome, note);
  }
}
