package dev.liaison.x12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.x12.Samples.Reading;
import dev.liaison.x12.Samples.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReaderTest {
  private static final String SOUND =
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260101*1200*^*00501*"
          + "000000777*0*T*:~GS*HC*A*B*20260101*1200*1*X*005010X222A1~ST*837*0777*005010X222A1~"
          + "BHT*0019*00*1*20260101*1200*CH~SE*3*0777~GE*1*1~IEA*1*000000777~";

  static List<Sample> samples() {
    return Samples.all();
  }

  static List<Sample> tenSamples() {
    var all = Samples.all();
    return List.of(
        all.get(1),
        all.get(6),
        all.get(20),
        all.get(30),
        all.get(45),
        all.get(52),
        all.get(70),
        all.get(85),
        all.get(100),
        all.get(118));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_is_read_and_each_set_that_opens_also_ends(Sample sample) {
    var reading = Reading.of(sample.bytes());

    assertThat(reading.events()).contains("INTERCHANGE", "INTERCHANGE_END");
    assertThat(Collections.frequency(reading.events(), "SET"))
        .isEqualTo(Collections.frequency(reading.events(), "SET_END"));
    assertThat(Collections.frequency(reading.events(), "GROUP"))
        .isEqualTo(Collections.frequency(reading.events(), "GROUP_END"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_error_points_at_the_byte_where_its_segment_begins(Sample sample) {
    var text = new String(sample.bytes(), StandardCharsets.ISO_8859_1);

    for (var error : Reading.of(sample.bytes()).errors()) {
      assertThat(error.offset()).isBetween(0L, (long) sample.bytes().length);
      if (!error.segment().isEmpty()) {
        assertThat(text.substring((int) error.offset())).startsWith(error.segment());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tenSamples")
  void a_cut_at_any_byte_is_an_error_and_hides_nothing_of_the_interchange_behind(Sample sample) {
    int whole = Reading.of(sample.bytes()).events().size();
    for (int cut = 0; cut < sample.bytes().length; cut++) {
      var bytes = new ByteArrayOutputStream();
      bytes.write(sample.bytes(), 0, cut);
      bytes.writeBytes(SOUND.getBytes(StandardCharsets.US_ASCII));

      var reading = Reading.of(bytes.toByteArray());

      assertThat(reading.sets()).as("cut at %d", cut).endsWith("837 0777 true");
      if (reading.events().size() < whole + 7 && cut > 5) {
        assertThat(reading.errors()).as("cut at %d", cut).isNotEmpty();
      }
    }
  }

  @Test
  void an_interchange_with_other_delimiters_behind_a_cut_one_is_found_too() {
    var other = SOUND.replace('*', '|').replace('~', '\'').replace(':', '>');
    for (int cut = 1; cut < SOUND.length(); cut++) {
      var reading =
          Reading.of((SOUND.substring(0, cut) + other).getBytes(StandardCharsets.US_ASCII));

      assertThat(reading.sets()).as("cut at %d", cut).endsWith("837 0777 true");
    }
  }

  @ParameterizedTest
  @MethodSource("tenSamples")
  void swapped_segments_never_end_the_reading(Sample sample) {
    var segments = new String(sample.bytes(), StandardCharsets.ISO_8859_1).split("(?<=~)");
    for (int i = 1; i + 1 < segments.length; i++) {
      var swapped = segments.clone();
      swapped[i] = segments[i + 1];
      swapped[i + 1] = segments[i];
      var bytes = (String.join("", swapped) + SOUND).getBytes(StandardCharsets.ISO_8859_1);

      assertThat(Reading.of(bytes).sets()).as("swap at %d", i).endsWith("837 0777 true");
    }
  }

  @Test
  void whatever_bytes_are_overwritten_the_reading_ends_and_opens_and_closes_evenly() {
    var random = new Random(7);
    var samples = Samples.all();
    for (int round = 0; round < 3000; round++) {
      var bytes = samples.get(random.nextInt(samples.size())).bytes().clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      var events = Reading.of(bytes).events();

      assertThat(Collections.frequency(events, "SET"))
          .isEqualTo(Collections.frequency(events, "SET_END"));
      assertThat(Collections.frequency(events, "INTERCHANGE"))
          .isEqualTo(Collections.frequency(events, "INTERCHANGE_END"));
    }
  }

  @Test
  void other_encodings_are_named_at_the_first_byte() {
    for (var charset : List.of("IBM037", "UTF-16", "UTF-16LE", "UTF-16BE")) {
      var reading = Reading.of(SOUND.getBytes(Charset.forName(charset)));

      assertThat(reading.faults()).as(charset).containsExactly(Fault.WRONG_ENCODING);
      assertThat(reading.errors().getFirst().offset()).isZero();
    }
  }

  @Test
  void a_byte_order_mark_and_line_breaks_are_no_error() {
    var bytes = ("\uFEFF" + SOUND.replace("~", "~\r\n")).getBytes(StandardCharsets.UTF_8);

    assertThat(Reading.of(bytes).errors()).isEmpty();
  }

  @Test
  void nothing_at_all_and_nothing_but_nuls_hold_no_interchange() {
    assertThat(Reading.of(new byte[0]).faults()).containsExactly(Fault.NO_INTERCHANGE);
    assertThat(Reading.of(new byte[5000]).faults()).containsExactly(Fault.NO_INTERCHANGE);
  }

  @Test
  void nuls_before_and_behind_an_interchange_are_reported_and_the_interchange_read() {
    var bytes = ("\0\0\0" + SOUND + "\0\0").getBytes(StandardCharsets.US_ASCII);

    var reading = Reading.of(bytes);

    assertThat(reading.faults()).containsExactly(Fault.NO_INTERCHANGE, Fault.STRAY_BYTES);
    assertThat(reading.sets()).containsExactly("837 0777 true");
  }

  @Test
  void a_second_header_inside_an_interchange_begins_the_next_one() {
    int at = SOUND.indexOf("BHT");

    var reading = Reading.of((SOUND.substring(0, at) + SOUND).getBytes(StandardCharsets.US_ASCII));

    assertThat(reading.sets()).containsExactly("837 0777 false", "837 0777 true");
    assertThat(reading.faults())
        .containsExactly(
            Fault.SET_TRAILER_MISSING,
            Fault.GROUP_TRAILER_MISSING,
            Fault.INTERCHANGE_TRAILER_MISSING,
            Fault.INTERCHANGE_REPEATED);
  }

  @Test
  void a_segment_over_one_mebibyte_is_refused_at_its_first_byte_and_the_next_interchange_read() {
    int at = SOUND.indexOf("BHT");
    var bytes =
        (SOUND.substring(0, at)
                + "NTE*ADD*"
                + "X".repeat(1 << 20)
                + "~"
                + SOUND.substring(at)
                + SOUND)
            .getBytes(StandardCharsets.US_ASCII);

    var reading = Reading.of(bytes);

    assertThat(reading.errors().getFirst().fault()).isEqualTo(Fault.SEGMENT_TOO_LONG);
    assertThat(reading.errors().getFirst().offset()).isEqualTo(at);
    assertThat(reading.sets()).containsExactly("837 0777 false", "837 0777 true");
  }

  @Test
  void a_segment_just_below_the_limit_is_read() {
    int at = SOUND.indexOf("SE*3");
    var bytes =
        (SOUND.substring(0, at)
                + "NTE*ADD*"
                + "X".repeat((1 << 20) - 9)
                + "~"
                + SOUND.substring(at))
            .replace("SE*3", "SE*4")
            .getBytes(StandardCharsets.US_ASCII);

    assertThat(Reading.of(bytes).errors()).isEmpty();
  }

  @Test
  void a_hundred_megabytes_without_a_terminator_cost_little_memory_and_one_error()
      throws IOException {
    var header = SOUND.substring(0, SOUND.indexOf("BHT")).getBytes(StandardCharsets.US_ASCII);
    var endless =
        new SequenceInputStream(
            new ByteArrayInputStream(header),
            new SequenceInputStream(
                new Repeated((byte) 'Q', 100_000_000L),
                new ByteArrayInputStream(("~" + SOUND).getBytes(StandardCharsets.US_ASCII))));
    var errors = new ArrayList<X12Error>();

    try (var reader = X12Reader.of(endless, errors::add)) {
      var reading = Reading.read(reader, errors);

      assertThat(reading.sets()).containsExactly("837 0777 false", "837 0777 true");
      assertThat(errors.getFirst().fault()).isEqualTo(Fault.SEGMENT_TOO_LONG);
      assertThat(errors.getFirst().offset()).isEqualTo(header.length);
    }
  }

  @Test
  void ten_thousand_components_are_counted_one_by_one() throws IOException {
    var text = SOUND.replace("BHT*0019", "BHT*" + "A:".repeat(9_999) + "Z");
    try (var reader = X12Reader.of(text.getBytes(StandardCharsets.US_ASCII), error -> {})) {
      while (reader.next() != X12Reader.Event.SEGMENT) {
        // up to the BHT
      }

      assertThat(reader.segment().components(1)).isEqualTo(10_000);
      assertThat(reader.segment().text(1, 10_000)).isEqualTo("Z");
      assertThat(reader.segment().text(1, 10_001)).isEmpty();
    }
  }

  @Test
  void wrong_counts_and_numbers_are_each_named_and_spoil_only_their_own_envelope() {
    var text =
        SOUND
            .replace("SE*3*0777", "SE*4*0778")
            .replace("GE*1*1", "GE*2*9")
            .replace("IEA*1*000000777", "IEA*3*000000778");

    var reading = Reading.of(text.getBytes(StandardCharsets.US_ASCII));

    assertThat(reading.faults())
        .containsExactly(
            Fault.SET_COUNT,
            Fault.SET_NUMBER_MISMATCH,
            Fault.GROUP_COUNT,
            Fault.GROUP_NUMBER_MISMATCH,
            Fault.INTERCHANGE_COUNT,
            Fault.INTERCHANGE_NUMBER_MISMATCH);
  }

  @Test
  void one_unsound_set_leaves_its_neighbours_sound() {
    var set = "ST*837*%s*005010X222A1~BHT*0019*00*1*20260101*1200*CH~SE*%d*%s~";
    var text =
        SOUND.substring(0, SOUND.indexOf("ST*"))
            + set.formatted("0001", 3, "0001")
            + set.formatted("0002", 5, "0002")
            + set.formatted("0002", 3, "0002")
            + set.formatted("0003", 3, "0003")
            + "GE*4*1~IEA*1*000000777~";

    var reading = Reading.of(text.getBytes(StandardCharsets.US_ASCII));

    assertThat(reading.sets())
        .containsExactly("837 0001 true", "837 0002 false", "837 0002 false", "837 0003 true");
    assertThat(reading.faults()).containsExactly(Fault.SET_COUNT, Fault.SET_REPEATED);
  }

  @Test
  void delimiters_come_from_each_header_whatever_they_are() {
    for (var separators : List.of("|", "\u001d", "!", "+")) {
      var text = SOUND.replace("*", separators).replace("~", "\n");

      assertThat(Reading.of(text.getBytes(StandardCharsets.US_ASCII)).errors()).isEmpty();
    }
  }

  /** The same byte over and over. */
  private static final class Repeated extends InputStream {
    private final byte value;
    private long left;

    Repeated(byte value, long count) {
      this.value = value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      java.util.Arrays.fill(into, from, from + n, value);
      left -= n;
      return n;
    }
  }
}
