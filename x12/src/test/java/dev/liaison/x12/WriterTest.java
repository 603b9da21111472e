package dev.liaison.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.x12.Samples.Reading;
import dev.liaison.x12.Samples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WriterTest {
  private static final Interchange INTERCHANGE =
      Interchange.between(
          "ZZ", "CLINIC", "ZZ", "PAYER", LocalDateTime.parse("2026-11-24T12:30"), 7, "T");
  private static final Group GROUP =
      new Group("HS", "CLINIC", "PAYER", "20261124", "1230", "7", "X", "005010X279A1");

  static List<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_copy_equals_the_original_but_for_line_breaks_and_trailing_empty_elements(Sample sample)
      throws IOException {
    var reading = Reading.of(sample.bytes());
    if (reading.errors().stream().anyMatch(error -> !error.warning())) {
      return;
    }
    var out = new ByteArrayOutputStream();

    Copy.copy(sample.bytes(), out);

    assertThat(trimmed(out.toByteArray())).isEqualTo(trimmed(sample.bytes()));
  }

  @Test
  void counts_are_the_writers_own() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = X12Writer.to(out)) {
      writer.interchange(INTERCHANGE).group(GROUP);
      writer.set("270", "0001", "005010X279A1").segment("BHT", "0022", "13", "1", "20261124");
      writer.set("270", "0002", "005010X279A1").segment("BHT", "0022", "13", "2", "20261124", "");
    }

    var text = out.toString(StandardCharsets.US_ASCII);
    assertThat(text.indexOf("GS*")).isEqualTo(106);
    assertThat(text)
        .contains("~SE*3*0001~", "~SE*3*0002~", "*20261124~")
        .endsWith("~GE*2*7~IEA*1*000000007~");
    assertThat(Reading.of(out.toByteArray()).errors()).isEmpty();
  }

  @Test
  void what_is_empty_at_the_end_is_not_written() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = X12Writer.to(out)) {
      writer.interchange(INTERCHANGE).group(GROUP).set("270", "0001", "");
      writer.start("SV1").composite("HC", "99213", "", "").element("").element("").end();
      writer.start("EB").element("1").element("").repeated(List.of("30", "35")).end();
      writer.start("CLM").element("A").composite("", "", "1").composite("").end();
    }

    assertThat(out.toString(StandardCharsets.US_ASCII))
        .contains("~ST*270*0001~SV1*HC:99213~EB*1**30^35~CLM*A*::1~SE*5*");
  }

  @Test
  void a_delimiter_in_data_is_refused_or_blanked_and_never_written() throws IOException {
    for (var name : List.of("O*BRIEN", "A~B", "A:B", "A^B", "A\nB", "A\0B")) {
      var writer = X12Writer.to(new ByteArrayOutputStream());
      writer.interchange(INTERCHANGE).group(GROUP).set("270", "0001", "");
      assertThatThrownBy(() -> writer.segment("NM1", "IL", "1", name))
          .isInstanceOf(UnwritableDataException.class)
          .hasMessageNotContaining(name);

      var out = new ByteArrayOutputStream();
      try (var blanking = X12Writer.to(out).onUnwritable(X12Writer.Unwritable.BLANK)) {
        blanking.interchange(INTERCHANGE).group(GROUP).set("270", "0001", "");
        blanking.segment("NM1", "IL", "1", name);
      }
      assertThat(out.toString(StandardCharsets.US_ASCII))
          .contains("~NM1*IL*1*" + name.replaceAll("[*~:^\n\0]", " ") + "~");
      assertThat(Reading.of(out.toByteArray()).errors()).isEmpty();
    }
  }

  @Test
  void letters_become_capitals_unless_the_case_is_kept() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var writer = X12Writer.to(out)) {
      writer.interchange(INTERCHANGE).group(GROUP).set("270", "0001", "");
      writer.segment("NM1", "IL", "1", "Muñoz");
      writer.keepCase().segment("NM1", "IL", "1", "Muñoz");
    }

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("*MUÑOZ~", "*Muñoz~");
  }

  private static String trimmed(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\u00ef\u00bb\u00bf", "");
    var header = IsaHeader.parse(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    char element = (char) header.element();
    char terminator = (char) header.terminator();
    var trimmed = new StringBuilder();
    for (var segment : text.split(java.util.regex.Pattern.quote("" + terminator))) {
      var stripped = segment.strip();
      while (stripped.endsWith("" + element)) {
        stripped = stripped.substring(0, stripped.length() - 1);
      }
      if (!stripped.isEmpty()) {
        trimmed.append(stripped).append(terminator);
      }
    }
    return trimmed.toString();
  }
}
