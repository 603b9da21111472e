package dev.liaison.x12.cli;

import dev.liaison.x12.Interchange;
import dev.liaison.x12.Segment;
import dev.liaison.x12.SetCheck;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.X12Reader;
import dev.liaison.x12.guide.Checker;
import dev.liaison.x12.guide.Explainer;
import dev.liaison.x12.guide.Guide;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints a file as a person reads it, errors beneath the segment that has them. */
final class Show {
  private final PrintStream out;
  private final List<X12Error> errors = new ArrayList<>();
  private final SetCheck check = new SetCheck(errors::add);
  private final Checker checker = check.checker();
  private final Explainer explainer = new Explainer();
  private boolean sound = true;

  Show(PrintStream out) {
    this.out = out;
  }

  /** False when something was wrong. */
  boolean show(InputStream in) throws IOException {
    try (var reader = X12Reader.of(in, errors::add)) {
      for (var event = reader.next(); event != X12Reader.Event.END; event = reader.next()) {
        show(reader, event);
        flush();
      }
      flush();
    }
    return sound;
  }

  private void show(X12Reader reader, X12Reader.Event event) {
    switch (event) {
      case INTERCHANGE -> interchange(reader.interchange());
      case GROUP -> line(1, "Group " + String.join(", ", explainer.explain(reader.segment())));
      case SET -> {
        var set = reader.set();
        check.begin(reader);
        var words = Guide.of(set.kind(), set.guide()).map(Guide::words).orElse("transaction set");
        line(2, "%s %s %s (%s)".formatted(set.kind(), words, set.number(), set.guide()));
      }
      case SEGMENT -> {
        check.accept(reader.segment());
        if (checker.opened()) {
          line(2 + checker.depth(), "Loop " + checker.loop() + ", " + checker.loopWords());
        }
        segment(3 + checker.depth(), reader.segment());
      }
      case SET_END -> {
        check.end(reader);
        if (reader.complete()) {
          line(2, "End of the set, " + reader.segment().text(1) + " segments");
        }
      }
      case GROUP_END -> {
        if (reader.complete()) {
          line(1, "End of the group, " + reader.segment().text(1) + " sets");
        }
      }
      case INTERCHANGE_END -> {
        if (reader.complete()) {
          line(0, "End of the interchange, " + reader.segment().text(1) + " groups");
        }
      }
      case ACKNOWLEDGMENT -> segment(1, reader.segment());
      case STRAY -> segment(1, reader.segment());
      case QUARANTINE ->
          line(
              0,
              "Left out: bytes %d to %d".formatted(reader.quarantineFrom(), reader.quarantineTo()));
      case END -> {
        // flushed by the caller
      }
    }
  }

  private void interchange(Interchange isa) {
    line(
        0,
        "Interchange %s from %s %s to %s %s, %s %s, %s"
            .formatted(
                isa.number(),
                isa.senderQualifier(),
                isa.sender(),
                isa.receiverQualifier(),
                isa.receiver(),
                isa.date().length() == 6
                    ? "20%s-%s-%s"
                        .formatted(
                            isa.date().substring(0, 2),
                            isa.date().substring(2, 4),
                            isa.date().substring(4))
                    : isa.date(),
                isa.time().length() == 4
                    ? isa.time().substring(0, 2) + ":" + isa.time().substring(2)
                    : isa.time(),
                switch (isa.usage()) {
                  case "P" -> "production";
                  case "T" -> "test";
                  default -> "usage " + isa.usage();
                }));
  }

  private void segment(int indent, Segment segment) {
    var use = checker.useWords();
    line(
        indent,
        "%-3s %s%s"
            .formatted(
                segment.name(),
                use.isEmpty() ? "" : use + ": ",
                String.join(", ", explainer.explain(segment))));
  }

  private void line(int indent, String text) {
    out.print("  ".repeat(indent));
    out.println(clean(text).stripTrailing());
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "\ufffd");
  }

  private void flush() {
    for (var error : errors) {
      sound &= error.warning();
      out.print(error.warning() ? "  ! warning: " : "  ! error: ");
      out.println(error);
    }
    errors.clear();
  }
}
