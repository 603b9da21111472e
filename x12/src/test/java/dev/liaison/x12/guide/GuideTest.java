package dev.liaison.x12.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.x12.Fault;
import dev.liaison.x12.Samples;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.X12Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTest {
  private static final String CLAIM = "837P/837p__kputnam__commercial-health-insurance.edi";

  @Test
  void every_table_is_sound() {
    assertThat(Guide.all()).hasSize(11);
  }

  @Test
  void every_suffix_of_a_guide_is_read_by_its_table() {
    for (var suffix : List.of("", "A1", "A2")) {
      assertThat(Guide.of("837", "005010X222" + suffix)).isPresent();
      assertThat(Guide.of("837", "005010X223" + suffix)).isPresent();
      assertThat(Guide.of("835", "005010X221" + suffix)).isPresent();
    }
    assertThat(Guide.of("277", "005010X212").orElseThrow())
        .isNotSameAs(Guide.of("277", "005010X214").orElseThrow());
    assertThat(Guide.of("837", "004010X098A1")).isEmpty();
    assertThat(Guide.of("275", "006020X314")).isEmpty();
  }

  @Test
  void a_table_in_which_nothing_tells_two_uses_apart_is_refused() {
    assertThatThrownBy(() ->
            Guide.parse(
                List.of(
                    "guide 005010X000 270 HS test",
                    "ST ! 1 1! 2!",
                    "REF ? 1 1==EI,SY",
                    "N3 ? 1",
                    "REF ? 1 1==SY,Y4",
                    "SE ! 1 1! 2!")))
        .isInstanceOf(GuideException.class)
        .hasMessageContaining("two uses of REF");
  }

  @Test
  void a_table_with_a_loop_that_an_earlier_one_swallows_is_refused() {
    assertThatThrownBy(() ->
            Guide.parse(
                List.of(
                    "guide 005010X000 270 HS test",
                    "ST ! 1 1! 2!",
                    "loop A ? * first",
                    "  HL ! 1 3==20!",
                    "  NM1 ? 1",
                    "loop B ? 1 second",
                    "  NM1 ! 1",
                    "SE ! 1 1! 2!")))
        .isInstanceOf(GuideException.class)
        .hasMessageContaining("cannot open");
  }

  @Test
  void a_table_that_names_what_the_dictionary_has_not_is_refused() {
    assertThatThrownBy(
            () -> Guide.parse(List.of("guide 005010X000 270 HS test", "ST ! 1 1! 2! 9!")))
        .isInstanceOf(GuideException.class);
    assertThatThrownBy(() -> Guide.parse(List.of("guide 005010X000 270 HS test", "XYZ ! 1")))
        .isInstanceOf(GuideException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "270/270__kartik-hirijaganer__270-batch-multi.edi",
        "270/270__kputnam__generic-request-by-clinic-for-patient-subscriber-eligibility.edi",
        "271/271__git-albertomarin__x279-response-to-generic-request-by-physician-for-patient-dependent-eligibility.edi",
        "271/271__kputnam__response-to-generic-request-by-clinic-for-patient-subscriber-eligibility.edi",
        "276/276__kputnam__claim-request.edi",
        "277/277__kputnam__claim-response.edi",
        "277CA/277ca__imsweb__x12-277ca-accepted.edi",
        "277CA/277ca__imsweb__x12-277ca-rejected.edi",
        "278/278__kputnam__admission-response-to-request-for-review.edi",
        "278/278__apimeister__tmhp-278-5.edi",
        "835/835__apimeister__x221-correcting-the-subscriber-example-1.edi",
        "835/835__jdavisp3__5010-835-example-2.edi",
        "835/835__kputnam__dollars-and-data-sent-together.edi",
        "835/835__kputnam__multiple-claims-single-check.edi",
        "835/835__project-herophilus__835-inst-sample-inpatient-drg-retro.edi",
        "837D/837d__kputnam__sales-tax.edi",
        "837I/837i__kputnam__ppo-repriced-claim.edi",
        "837P/837p__git-albertomarin__x222-cob-claim-from-billing-provider-to-payer-b.edi",
        "837P/837p__kputnam__ambulance.edi",
        "837P/837p__linuxforhealth__demo-autoaccident.edi",
        "999/999__kputnam__response-to-functional-group-containing-3-837s.edi"
      })
  void what_the_guides_themselves_give_as_examples_is_without_error(String sample) {
    assertThat(errors(Samples.sample(sample)).stream().filter(error -> !error.warning())).isEmpty();
  }

  @Test
  void a_missing_segment_is_told_where_it_should_have_been() {
    assertThat(broken("N3*236 N MAIN  ST~", ""))
        .containsExactly("N3 (24) SEGMENT_MISSING 0-0 3", "SE (41) SET_COUNT 1-0 4");
  }

  @Test
  void a_segment_that_comes_too_often_too_early_or_not_at_all_is_told_apart() {
    assertThat(broken("REF*EI*587654321~", "REF*EI*587654321~REF*EI*587654321~"))
        .contains("REF (12) SEGMENT_REPEATS 0-0 5");
    assertThat(broken("HI*BK:0340*BF:V7389~", "HI*BK:0340~REF*D9*1~"))
        .contains("REF (30) SEGMENT_OUT_OF_ORDER 0-0 7");
    assertThat(broken("LX*1~", "LX*1~QQ*1~")).contains("QQ (31) SEGMENT_UNKNOWN 0-0 1");
    assertThat(broken("LX*1~", "LX*1~SVC*HC:1*1*1~")).contains("SVC (31) SEGMENT_NOT_USED 0-0 I4");
    assertThat(broken("LX*1~", "LX*1~NM1*XX*1*A~")).contains("NM1 (31) SEGMENT_UNEXPECTED 0-0 2");
  }

  @Test
  void elements_are_told_by_number_component_and_code() {
    assertThat(broken("CLM*26463774*100*", "CLM**100*")).contains("CLM (27) ELEMENT_MISSING 1-0 1");
    assertThat(broken("CLM*26463774*100*", "CLM*26463774*1OO*"))
        .contains("CLM (27) ELEMENT_CHARACTER 2-0 6");
    assertThat(broken("*11:B:1*", "*11:X:1*")).contains("CLM (27) ELEMENT_CODE 5-2 7");
    assertThat(broken("*11:B:1*", "*11:B*")).contains("CLM (27) ELEMENT_MISSING 5-3 1");
    assertThat(broken("*11:B:1*", "*11:B:1:9*")).contains("CLM (27) COMPONENTS_TOO_MANY 5-4 13");
    assertThat(broken("*D8*19730501*", "*D8*19730231*")).contains("DMG (26) ELEMENT_DATE 2-0 8");
    assertThat(broken("*FL*33413", "*FLA*33413")).contains("N4 (25) ELEMENT_TOO_LONG 2-0 5");
    assertThat(broken("N4*MIAMI*FL*33413", "N4*M*FL*33413"))
        .contains("N4 (25) ELEMENT_TOO_SHORT 1-0 4");
    assertThat(broken("SV1*HC:99213*40*UN*1", "SV1*HC:99213*40*UN*"))
        .contains("SV1 (31) ELEMENT_MISSING 4-0 1");
    assertThat(broken("PAT*19~", "PAT*19*1~")).contains("PAT (22) ELEMENT_NOT_USED 2-0 I10");
    assertThat(broken("PAT*19~", "PAT*19*********X~"))
        .contains("PAT (22) ELEMENTS_TOO_MANY 10-0 3");
    assertThat(broken("PAT*19~", "PAT*19****D8~")).contains("PAT (22) ELEMENT_CONDITION 6-0 2");
  }

  @Test
  void levels_are_numbered_in_order_and_hang_on_levels_that_exist() {
    assertThat(broken("HL*3*2*23*0", "HL*4*2*23*0")).containsExactly("HL (21) HIERARCHY 1-0 I12");
    assertThat(broken("HL*3*2*23*0", "HL*3*7*23*0")).containsExactly("HL (21) HIERARCHY 2-0 I12");
  }

  @Test
  void a_hundred_and_first_line_is_one_too_many() {
    var line = "LX*%d~SV1*HC:99213*1*UN*1***1~DTP*472*D8*20061003~";
    var lines = new StringBuilder();
    for (int i = 1; i <= 51; i++) {
      lines.append(line.formatted(i));
    }
    var text = Samples.text(CLAIM);
    var changed =
        text.substring(0, text.indexOf("LX*1")) + lines + text.substring(text.indexOf("SE*42"));

    assertThat(told(errors(changed.getBytes(StandardCharsets.ISO_8859_1))))
        .anyMatch(error -> error.startsWith("LX ") && error.endsWith("LOOP_REPEATS 0-0 4"));
  }

  private static List<String> broken(String before, String after) {
    var text = Samples.text(CLAIM);
    assertThat(text).contains(before);
    return told(errors(text.replace(before, after).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static List<String> told(List<X12Error> errors) {
    return errors.stream()
        .map(error ->
            "%s (%d) %s %d-%d %s"
                .formatted(
                    error.segment(),
                    error.position(),
                    error.fault(),
                    error.element(),
                    error.component(),
                    error.code()))
        .toList();
  }

  static List<X12Error> errors(byte[] bytes) {
    var errors = new ArrayList<X12Error>();
    var checker = new Checker(errors::add);
    try (var reader = X12Reader.of(bytes, errors::add)) {
      for (var event = reader.next(); event != X12Reader.Event.END; event = reader.next()) {
        switch (event) {
          case SET ->
              checker.begin(reader.set(), reader.segment(), reader.interchange().delimiters());
          case SEGMENT -> checker.accept(reader.segment());
          case SET_END -> {
            if (reader.complete()) {
              checker.end(reader.segment());
            }
          }
          default -> {}
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    assertThat(errors).noneMatch(error -> error.fault() == Fault.STRAY_BYTES);
    return errors;
  }
}
