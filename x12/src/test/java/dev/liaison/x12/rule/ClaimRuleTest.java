package dev.liaison.x12.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liaison.x12.FileCheck;
import dev.liaison.x12.Samples;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.claim.Claims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimRuleTest {
  private static final String DEPENDENT = "837P/837p__kputnam__commercial-health-insurance.edi";
  private static final String SELF = "837P/837p__kputnam__ambulance.edi";
  private static final String COB =
      "837P/837p__git-albertomarin__x222-cob-claim-from-billing-provider-to-payer-b.edi";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        DEPENDENT + ";*11:B:1*;*11:B:7*;837.F8.REQUIRED",
        DEPENDENT + ";REF*D9*17312345600006351;REF*F8*17312345600006351;837.F8.FORBIDDEN",
        DEPENDENT + ";***1~DTP*472*D8*20061003~LX*2;***3~DTP*472*D8*20061003~LX*2;837.POINTER",
        DEPENDENT + ";BF:V7389;BF:V73.89;837.DIAGNOSIS.DOT",
        DEPENDENT + ";BF:V7389;BF:0340;837.DIAGNOSIS.TWICE",
        DEPENDENT + ";SBR*P**2222-SJ;SBR*P*18*2222-SJ;837.PATIENT.SELF",
        DEPENDENT + ";N3*234 SEAWAY ST;N3*PO BOX 7;837.BILLING.STREET",
        DEPENDENT + ";LX*2~;LX*5~;837.LX",
        SELF + ";DMG*D8*19630729*F~;;837.SUBSCRIBER.DEMOGRAPHICS",
        SELF + ";DTP*439*D8*20050208~;;837.ACCIDENT.DATE",
        COB + ";DTP*573*D8*20051015~;;837.COB.DATE"
      })
  void each_rule_speaks_when_its_condition_is_broken_and_only_then(
      String sample, String before, String after, String id) throws IOException {
    var text = Samples.text(sample);
    assertThat(text).contains(before);

    assertThat(broken(text)).isEmpty();
    assertThat(broken(text.replace(before, after == null ? "" : after))).contains(id);
  }

  @Test
  void a_line_without_a_pointer_is_told_by_the_rule_and_by_the_guide() throws IOException {
    var text = Samples.text(DEPENDENT).replace("*40*UN*1***1~", "*40*UN*1~");

    assertThat(broken(text)).containsExactly("837.POINTER.REQUIRED");
  }

  @Test
  void a_file_that_breaks_a_rule_is_not_sound_and_the_claim_is_named() throws IOException {
    var text = Samples.text(DEPENDENT).replace("*11:B:1*", "*11:B:8*");
    var errors = new ArrayList<X12Error>();

    var result =
        FileCheck.check(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), errors::add);

    assertThat(result.sound()).isFalse();
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().segment()).isEqualTo("CLM");
    assertThat(errors.getFirst().note()).startsWith("837.F8.REQUIRED, ");
  }

  private static List<String> broken(String text) throws IOException {
    var broken = new ArrayList<String>();
    try (var file =
        Claims.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
      for (var read : file) {
        var batch = read.valueOrNull();
        if (batch != null) {
          for (var claim : batch.claims()) {
            ClaimRule.broken(claim, batch.kind()).forEach(rule -> broken.add(rule.id()));
          }
        }
      }
    }
    return broken;
  }
}
