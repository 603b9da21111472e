package dev.liaison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void a_file_cannot_steer_the_terminal_by_what_it_holds() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var report =
        new Report(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);

    report.say("line 3: \u001b]0;title\u0007 García\r\n\u009b2J");
    report.complain("no \u001b[2J file");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("line 3: \uFFFD]0;title\uFFFD García\uFFFD\n\uFFFD2J\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("no \uFFFD[2J file\n");
  }
}
