package dev.liaison.x12.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.x12.Fault;
import dev.liaison.x12.Read;
import dev.liaison.x12.Samples;
import dev.liaison.x12.X12Writer;
import dev.liaison.x12.remittance.ClaimPayment;
import dev.liaison.x12.remittance.Imbalance;
import dev.liaison.x12.remittance.Remittance;
import dev.liaison.x12.remittance.RemittanceWriter;
import dev.liaison.x12.remittance.Remittances;
import dev.liaison.x12.types.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemittanceTest {
  static List<String> balances() throws IOException {
    var lines = Files.readAllLines(Path.of("src/test/resources/samples/835-balance.csv"));
    return lines.subList(1, lines.size());
  }

  @ParameterizedTest
  @MethodSource("balances")
  void each_remittance_has_the_sums_that_were_computed_from_its_file(String line)
      throws IOException {
    var expected = line.split(",");

    var remittance = reads(Samples.sample(expected[0])).getFirst().valueOrNull();

    assertThat(remittance).isNotNull();
    var imbalances = remittance.imbalances();
    assertThat(remittance.claims()).hasSize(Integer.parseInt(expected[2]));
    assertThat(remittance.claims().stream().filter(ClaimPayment::reversal))
        .hasSize(Integer.parseInt(expected[3]));
    assertThat(remittance.payment().amount()).isEqualTo(Money.of(expected[5]));
    assertThat(remittance.claims().stream().map(ClaimPayment::paid).reduce(Money.ZERO, Money::plus))
        .isEqualTo(Money.of(expected[6]));
    assertThat(
            remittance.adjustments().stream()
                .map(Remittance.ProviderAdjustment::amount)
                .reduce(Money.ZERO, Money::plus))
        .isEqualTo(Money.of(expected[7]));
    assertThat(count(imbalances, Imbalance.Rule.TRANSACTION) == 0)
        .isEqualTo(Boolean.parseBoolean(expected[8].toLowerCase(java.util.Locale.ROOT)));
    assertThat(count(imbalances, Imbalance.Rule.CLAIM)).isEqualTo(Long.parseLong(expected[9]));
    assertThat(count(imbalances, Imbalance.Rule.LINE)).isEqualTo(Long.parseLong(expected[10]));
  }

  @Test
  void the_file_without_a_group_is_refused_with_its_place() throws IOException {
    var reads = reads(Samples.sample("835/835__traxtechnologies__example835.edi"));

    assertThat(reads.getFirst()).isInstanceOf(Read.Refused.class);
    assertThat(((Read.Refused<Remittance>) reads.getFirst()).errors())
        .anySatisfy(error -> {
          assertThat(error.fault()).isEqualTo(Fault.ELEMENT_CHARACTER);
          assertThat(error.offset()).isEqualTo(177);
          assertThat(error.element()).isEqualTo(2);
        });
  }

  @Test
  void an_imbalance_names_rule_claim_line_and_amount() throws IOException {
    var text =
        Samples.text("835/835__kputnam__secondary-payments.edi").replace("*585*280*", "*585*290*");

    var imbalances = reads(text).getFirst().valueOrNull().imbalances();

    assertThat(imbalances).hasSize(1);
    assertThat(imbalances.getFirst()).hasToString("claim 2, line 2: expected 280.00, found 290.00");
    assertThat(imbalances.getFirst().difference()).isEqualTo(Money.of("10"));
  }

  @Test
  void a_reversal_and_its_correction_keep_their_signs() throws IOException {
    var remittance =
        reads(
                Samples.sample(
                    "835/835__project-herophilus__835-inst-sample-inpatient-drg-retro.edi"))
            .getFirst()
            .valueOrNull();

    assertThat(remittance.claims()).extracting(ClaimPayment::reversal).containsExactly(true, false);
    assertThat(remittance.claims().getFirst().adjustments().getFirst().amount())
        .isEqualTo(Money.of("-36989.36"));
    assertThat(remittance.claims().getFirst().remarks().getFirst().value()).isEqualTo("N689");
  }

  @Test
  void a_provider_adjustment_below_zero_raises_the_payment() throws IOException {
    var remittance =
        reads(Samples.sample("835/835__kputnam__dollars-and-data-sent-together.edi"))
            .getFirst()
            .valueOrNull();

    assertThat(remittance.adjustments().getFirst().amount()).isEqualTo(Money.of("-1.27"));
    assertThat(remittance.imbalances()).isEmpty();
  }

  @Test
  void one_broken_set_does_not_hide_the_next() throws IOException {
    var sound = Samples.text("835/835__kputnam__era-sample.edi").strip();
    var broken = sound.replace("SE*35*", "SE*36*").replace("000000195", "000000196");
    var reads =
        reads(broken + sound + broken.substring(0, 700) + sound.replace("000000195", "000000197"));

    assertThat(reads)
        .extracting(read -> read.getClass().getSimpleName())
        .containsExactly("Refused", "Sound", "Refused", "Broken", "Sound");
  }

  @Test
  void a_fraction_of_a_cent_is_refused_rather_than_rounded() throws IOException {
    var text = Samples.text("835/835__kputnam__era-sample.edi").replace("*46*25~", "*46.001*25~");

    assertThat(reads(text).getFirst()).isInstanceOf(Read.Refused.class);
  }

  @Test
  void what_does_not_balance_is_not_written() throws IOException {
    var unbalanced =
        reads(Samples.sample("835/835__query-farm__era-835.edi")).getFirst().valueOrNull();
    var writer = new RemittanceWriter(X12Writer.to(new ByteArrayOutputStream()));

    assertThatThrownBy(() -> writer.write(unbalanced, "0001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Does not balance: claim ");
  }

  private static long count(List<Imbalance> imbalances, Imbalance.Rule rule) {
    return imbalances.stream().filter(imbalance -> imbalance.rule() == rule).count();
  }

  private static List<Read<Remittance>> reads(String text) throws IOException {
    return reads(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<Read<Remittance>> reads(byte[] bytes) throws IOException {
    var reads = new ArrayList<Read<Remittance>>();
    try (var file = Remittances.open(new ByteArrayInputStream(bytes))) {
      file.forEach(reads::add);
    }
    return reads;
  }
}
