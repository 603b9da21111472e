package dev.liaison.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liaison.testing.Cases;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void a_split_loses_no_cent_and_is_as_even_as_cents_allow() {
    Cases.each(random -> {
      var whole = Money.dollars(random.nextLong(-10_000_000, 10_000_000));
      var parts = whole.split(random.nextInt(1, 50));

      assertThat(parts.stream().reduce(Money.dollars(0), Money::plus)).isEqualTo(whole);
      var most = parts.stream().mapToLong(Money::minor).max().orElseThrow();
      var least = parts.stream().mapToLong(Money::minor).min().orElseThrow();
      assertThat(most - least).isBetween(0L, 1L);
    });
  }

  @Test
  void a_sum_that_does_not_fit_is_refused_loudly() {
    assertThatThrownBy(() -> Money.dollars(Long.MAX_VALUE).plus(Money.dollars(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void different_currencies_are_never_added() {
    var euro = new Money(100, Currency.getInstance("EUR"));

    assertThatThrownBy(() -> Money.dollars(100).plus(euro))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_reads_as_written_at_the_desk() {
    assertThat(Money.dollars(104_050)).hasToString("$1,040.50");
    assertThat(Money.dollars(-300)).hasToString("-$3.00");
    assertThat(Money.dollars(-5)).hasToString("-$0.05");
    assertThat(new Money(1200, Currency.getInstance("JPY"))).hasToString("¥1,200");
  }
}
