package dev.liaison.x12.ack;

import dev.liaison.x12.Group;
import dev.liaison.x12.Interchange;
import dev.liaison.x12.X12Writer;
import dev.liaison.x12.X12Writer.Unwritable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes answers as interchanges, sender and receiver exchanged. */
public final class Answers {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");

  private Answers() {}

  /** One interchange with a TA1 for each answer. */
  public static void writeTa1(List<Acknowledger.Answer> answers, LocalDateTime at, OutputStream out)
      throws IOException {
    // A copy of bad data may hold what is structure here, and is for people anyway.
    try (var writer = X12Writer.to(out).keepCase().onUnwritable(Unwritable.BLANK)) {
      int number = 1;
      for (var answer : answers) {
        writer.interchange(back(answer.interchange(), at, number++));
        answer.ta1().write(writer);
      }
    }
  }

  /** One interchange an answer, with a 999 for each of its groups. */
  public static void write999(List<Acknowledger.Answer> answers, LocalDateTime at, OutputStream out)
      throws IOException {
    try (var writer = X12Writer.to(out).keepCase().onUnwritable(Unwritable.BLANK)) {
      int number = 1;
      for (var answer : answers) {
        if (answer.acknowledgments().isEmpty()) {
          continue;
        }
        writer.interchange(back(answer.interchange(), at, number));
        var first = answer.groups().getFirst();
        writer.group(
            new Group(
                "FA",
                first.receiver().isBlank() ? "UNKNOWN" : first.receiver(),
                first.sender().isBlank() ? "UNKNOWN" : first.sender(),
                DAY.format(at),
                MINUTE.format(at),
                Integer.toString(number++),
                "X",
                "005010X231A1"));
        int set = 1;
        for (var acknowledgment : answer.acknowledgments()) {
          acknowledgment.write(writer, "%04d".formatted(set++));
        }
      }
    }
  }

  private static Interchange back(Interchange to, LocalDateTime at, int number) {
    return Interchange.between(
        qualifier(to.receiverQualifier()),
        party(to.receiver()),
        qualifier(to.senderQualifier()),
        party(to.sender()),
        at,
        number,
        to.usage().matches("[PTI]") ? to.usage() : "P");
  }

  private static String qualifier(String qualifier) {
    return qualifier.length() == 2 ? qualifier : "ZZ";
  }

  private static String party(String party) {
    var clean = party.replaceAll("[^ -~]", "").strip();
    return clean.isEmpty() ? "UNKNOWN" : clean.substring(0, Math.min(15, clean.length()));
  }
}
