package dev.liaison.x12.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.x12.Samples;
import dev.liaison.x12.Samples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EdiTest {
  private static final String SOUND = "835/835__kputnam__era-sample.edi";
  private static final String UNSOUND = "837P/837p__jdavisp3__837-example.edi";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static List<Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_file_is_shown_and_its_check_ends_as_its_show_does(Sample sample) {
    int shown = edi("show", path(sample.name()));

    assertThat(shown).isIn(0, 1);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Interchange ");
    assertThat(edi("check", path(sample.name()))).isEqualTo(shown);
  }

  @Test
  void a_remittance_is_shown_with_loops_money_dates_and_meanings() {
    edi("show", path(SOUND));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "835 claim payment 35681 (005010X221A1)",
            "Loop 2110, service line",
            "paid $132.00",
            "payment date 2014-03-31",
            "claim status processed as primary (1)",
            "group contract (CO), reason negotiated discount (131), amount $21.00");
  }

  @Test
  void an_error_is_shown_beneath_its_segment() {
    edi("show", path(UNSOUND));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("N4 .*\n  ! error: byte 559, N402 \\(16\\): too long: state \\[5]\n");
  }

  @Test
  void json_is_one_object_whose_errors_have_their_place_and_code() {
    int status = edi("check", "--json", path(UNSOUND));

    assertThat(status).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "\"sound\":false",
            "{\"offset\":559,\"segment\":\"N4\",\"position\":16,\"element\":2,\"code\":\"5\"")
        .endsWith("]}" + System.lineSeparator());
  }

  @Test
  void warnings_alone_end_with_0() {
    assertThat(edi("check", path("837P/837p__azoner__simple1.edi"))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("warning: ", "Sound.");
  }

  @Test
  void acknowledgments_go_where_they_are_asked_to(@TempDir Path folder) throws IOException {
    var file = folder.resolve("answer.edi");

    assertThat(edi("check", "--999=" + file, "--ta1", path(UNSOUND))).isEqualTo(1);

    assertThat(Files.readString(file)).contains("~IK3*N4*16**8~IK4*2*156*5*MN.~IK5*R*5~");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("ISA*")
        .contains("~TA1*000000002*060209*0826*E*022~");
  }

  @Test
  void a_sound_file_is_copied_and_an_unsound_one_refused_with_its_place() {
    assertThat(edi("copy", path(SOUND))).isZero();
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(Samples.text(SOUND).strip());

    out.reset();
    assertThat(edi("copy", path("835/835__chs-cds-aiml__test.edi"))).isEqualTo(1);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("byte 631, SE01 (16)");
  }

  @Test
  void what_cannot_be_read_or_understood_ends_with_2() {
    assertThat(edi("show", "no-such-file.edi")).isEqualTo(2);
    assertThat(edi("check")).isEqualTo(2);
    assertThat(edi("burn", path(SOUND))).isEqualTo(2);
    assertThat(edi("show", "--json", path(SOUND))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: liaison edi show FILE");
  }

  @Test
  void a_file_without_any_interchange_is_an_error_and_no_exception(@TempDir Path folder)
      throws IOException {
    var file = Files.write(folder.resolve("empty.edi"), new byte[0]);

    assertThat(edi("check", "--json", "--ta1=" + folder.resolve("ta1.edi"), file.toString()))
        .isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"offset\":0", "\"code\":\"022\"");
    assertThat(edi("show", file.toString())).isEqualTo(1);
    assertThat(edi("copy", file.toString())).isEqualTo(1);
  }

  private int edi(String... arguments) {
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status =
        new Edi(stream, new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    stream.flush();
    return status;
  }

  private static String path(String sample) {
    return "src/test/resources/samples/" + sample;
  }
}
